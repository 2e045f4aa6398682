import 'server-only'
import { clock } from '../clock'
import { db, type Tx } from '../db'
import { causeOf, log } from '../log'
import { addressOf } from '../mail/address'
import type { StillWanted } from '../mail/deliver'
import { post } from '../mail/post'
import { holdMember, isBelowCeiling, isStillNews } from '../notifications/letters'
import { afterQuiet } from '../notifications/quiet'
import { reachOf } from '../notifications/reach'
import { dayOf, nextRoundUp } from '../notifications/round-up'
import { unsubscribeToken } from '../notifications/unsubscribe'
import { write } from '../write'
import { contentsFor, isStillShown } from './contents'

const AT_ONCE = 200
const DAY_MS = 24 * 60 * 60 * 1000
/** Days without a visit after which no round-up comes any more (features.md 2.8, `mail`); the last one says so. */
export const UNSEEN_DAYS = 180
// It may wait for a mail server, but not for the next round-up.
const LIFE_MS = 12 * 60 * 60 * 1000
/** Days for which it is kept that a round-up was made. */
export const DIGEST_DAYS = 60

/** Makes the round-ups that are due, each in one transaction: the letter, that it was made, and when the next is due. Says how many letters. */
export async function writeDigests(now = clock()): Promise<number> {
  const due = await db().reach.findMany({
    where: { digestDueAt: { lte: now } },
    select: { memberId: true },
    orderBy: { digestDueAt: 'asc' },
    take: AT_ONCE,
  })
  let count = 0
  for (const { memberId } of due) {
    const isWritten = await write((tx) => writeDigest(tx, memberId, now)).catch((error: unknown) => {
      log('error', 'a round-up could not be written', causeOf(error))
      return false
    })
    if (isWritten) count += 1
  }
  return count
}

/** One round-up, or none: not twice for one day, not to whoever has gone, and not when there is nothing to say. */
export async function writeDigest(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  await holdMember(tx, memberId)
  const reach = await tx.reach.findUnique({ where: { memberId, digestDueAt: { lte: now } } })
  if (!reach?.digestDueAt || reach.digest === 'never') return false
  const { digest: frequency, digestDueAt, zone } = reach
  const next = nextRoundUp(now, frequency, zone)
  await tx.reach.update({ where: { memberId }, data: { digestDueAt: next }, select: { memberId: true } })
  const day = dayOf(digestDueAt, zone)
  const last = await tx.digest.findFirst({ where: { memberId }, orderBy: { madeAt: 'desc' } })
  const { count } = await tx.digest.createMany({ data: { memberId, day, madeAt: now }, skipDuplicates: true })
  const to = await addressOf(tx, memberId)
  const { seenAt } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { seenAt: true } })
  if (count === 0 || !to || isUnseen(seenAt, now) || !(await isBelowCeiling(tx, memberId, now))) return false

  const since = last?.madeAt ?? new Date(digestDueAt.getTime() - (frequency === 'daily' ? 1 : 7) * DAY_MS)
  const contents = await contentsFor(tx, memberId, since, to.locale)
  if (contents.pages.length + contents.questions.length === 0) return false
  const lastAfterDays = isUnseen(seenAt, next) ? UNSEEN_DAYS : undefined
  const props = { ...contents, memberId, frequency, lastAfterDays, token: unsubscribeToken(memberId, ['digest']) }
  const letter = { template: 'digest' as const, to: to.address, locale: to.locale, props }
  const letterId = await post(tx, letter, { now, expiresAt: new Date(now.getTime() + LIFE_MS) })
  await tx.digest.update({ where: { memberId_day: { memberId, day } }, data: { letterId }, select: { day: true } })
  return true
}

function isUnseen(seenAt: Date, at: Date): boolean {
  return at.getTime() - seenAt.getTime() >= UNSEEN_DAYS * DAY_MS
}

/** Asked before each try to send, of every kind of letter. */
export const isStillWanted: StillWanted = async (letter, now) => {
  if (letter.template !== 'digest') return isStillNews(letter, now)
  const { memberId, posts } = letter.props
  const reach = await reachOf(db(), memberId)
  if (reach.digest === 'never' || !(await isStillShown(posts))) return false
  const until = afterQuiet(now, reach)
  return until > now ? until : true
}
