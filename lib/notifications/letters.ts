import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db, type Tx } from '../db'
import { causeOf, log } from '../log'
import { addressOf } from '../mail/address'
import type { StillWanted } from '../mail/deliver'
import { type News, post } from '../mail/post'
import { write } from '../write'
import { wantedBy } from './choices'
import { LETTERS_PER_DAY } from './kinds'
import { afterQuiet } from './quiet'
import { reachOf } from './reach'
import { shownTo } from './shown'
import { tellingOf, toldColumns } from './telling'
import { unsubscribeToken } from './unsubscribe'

// In one round, of which there are six a minute.
const AT_ONCE = 500
export const TOLD_MAX = 50
const EXCERPT_CHARACTERS = 600
const DAY_MS = 24 * 60 * 60 * 1000
// A letter that could not be sent for so long tells nothing new any more; the inbox has it.
export const LIFE_MS = 6 * 60 * 60 * 1000

/** The page, or the operator, that one letter or push is about. Neither: the account itself. */
export type Home = { homeId: number | null; operatorId: string | null }

/**
 * Writes the letters that are due, one for each member and page, and puts them into the outbox in the transaction that notes it: a crash
 * leaves both or neither. What was read or hidden meanwhile is not told. Says how many letters.
 */
export async function writeLetters(now = clock()): Promise<number> {
  const due = await db().notification.findMany({
    where: { mailDueAt: { lte: now } },
    select: { memberId: true, homeId: true, operatorId: true },
    orderBy: { mailDueAt: 'asc' },
    take: AT_ONCE,
  })
  return eachGroup(due, (tx, memberId, home) => writeLetter(tx, memberId, home, now))
}

type Due = Home & { memberId: string }

/** One transaction for each member and page, and how many of them wrote something. */
export async function eachGroup(due: readonly Due[], work: (tx: Tx, memberId: string, home: Home) => Promise<boolean>) {
  const groups = new Map(due.map((one) => [`${one.memberId} ${one.homeId} ${one.operatorId}`, one]))
  let count = 0
  for (const { memberId, ...home } of groups.values()) {
    const isWritten = await write((tx) => work(tx, memberId, home)).catch((error: unknown) => {
      log('error', 'news could not be written', causeOf(error)) // The others shall not wait for it.
      return false
    })
    if (isWritten) count += 1
  }
  return count
}

/** One letter about what waits for this member at this page, or none; in their quiet hours it waits on. */
export async function writeLetter(tx: Tx, memberId: string, home: Home, now: Date): Promise<boolean> {
  await holdMember(tx, memberId)
  const waiting = { memberId, ...home, mailDueAt: { not: null } }
  const until = afterQuiet(now, await reachOf(tx, memberId))
  if (until > now) {
    await tx.notification.updateMany({ where: waiting, data: { mailDueAt: until } })
    return false
  }
  const wanted = await wantedBy(memberId, 'mail', tx)
  const [newest, ...older] = await tx.notification.findMany({
    where: { AND: [shownTo(memberId), waiting, { readAt: null, kind: { in: [...wanted] } }] },
    select: toldColumns,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: TOLD_MAX,
  })
  const { count: taken } = await tx.notification.updateMany({ where: waiting, data: { mailDueAt: null } })
  const to = await addressOf(tx, memberId)
  if (taken === 0 || !newest || !to || !(await isBelowCeiling(tx, memberId, now))) return false
  const rows = [newest, ...older] as const
  const telling = tellingOf(rows, to.locale, EXCERPT_CHARACTERS)
  const notifications = rows.map(({ id }) => id)
  const props: News = { ...telling, memberId, notifications, token: unsubscribeToken(memberId, telling.kinds) }
  const expiresAt = new Date(now.getTime() + LIFE_MS)
  const letterId = await post(tx, { template: 'news', to: to.address, locale: to.locale, props }, { now, expiresAt })
  await tx.notification.updateMany({ where: { id: { in: notifications } }, data: { letterId, mailedAt: now } })
  return true
}

/** One at a time for each member: two processes must not both find room below the ceiling, nor tell the same twice. */
export async function holdMember(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
}

/** Letters and round-ups of the last day together. */
export async function isBelowCeiling(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DAY_MS)
  const letters = await tx.notification.groupBy({ by: ['letterId'], where: { memberId, mailedAt: { gt: since } } })
  const roundUps = await tx.digest.count({ where: { memberId, madeAt: { gt: since }, letterId: { not: null } } })
  return letters.length + roundUps < LETTERS_PER_DAY
}

/**
 * Asked before each try to send: does everything in the letter still stand, unread and wanted? What does not is told in the inbox. In
 * quiet hours the answer is when they end.
 */
export const isStillNews: StillWanted = async (letter, now) => {
  if (letter.template !== 'news') return true
  const { memberId, notifications, kinds } = letter.props
  const [wanted, standing, reach] = await Promise.all([
    wantedBy(memberId, 'mail'),
    standingOf(memberId, { id: { in: [...notifications] } }),
    reachOf(db(), memberId),
  ])
  if (standing !== notifications.length || !kinds.every((kind) => wanted.has(kind))) return false
  const until = afterQuiet(now, reach)
  return until > now ? until : true
}

function standingOf(memberId: string, which: Prisma.NotificationWhereInput): Promise<number> {
  return db().notification.count({ where: { AND: [shownTo(memberId), which, { readAt: null }] } })
}
