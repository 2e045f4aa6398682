import 'server-only'
import { clock } from '../clock'
import { db, type Tx } from '../db'
import type { Locale } from '../i18n/locales'
import { causeOf, log } from '../log'
import type { StillWanted } from '../mail/deliver'
import { type News, post } from '../mail/post'
import { localeOf } from '../posts/views'
import { excerpt } from '../text/excerpt'
import { write } from '../write'
import { wantedBy } from './choices'
import { LETTERS_PER_DAY, type NotificationKind } from './kinds'
import { placeOf } from './place'
import { shownTo } from './shown'
import { unsubscribeToken } from './unsubscribe'

// In one round, of which there are six a minute.
const AT_ONCE = 500
const TOLD_MAX = 50
const EXCERPT_CHARACTERS = 600
const DAY_MS = 24 * 60 * 60 * 1000
// A letter that could not be sent for so long tells nothing new any more; the inbox has it.
const LIFE_MS = 6 * 60 * 60 * 1000

const columns = {
  id: true,
  kind: true,
  postId: true,
  post: { select: { kind: true, title: true, markdown: true } },
  home: {
    select: {
      id: true,
      kind: true,
      title: true,
      guideVersion: {
        select: {
          guide: { select: { slug: true, versions: { select: { locale: true, post: { select: { title: true } } } } } },
        },
      },
    },
  },
} as const

/**
 * Writes the letters that are due, one for each member and page, and puts them into the outbox in the transaction that notes it: a crash
 * leaves both or neither. What was read or hidden meanwhile is not told. Says how many letters.
 */
export async function writeLetters(now = clock()): Promise<number> {
  const due = await db().notification.findMany({
    where: { mailDueAt: { lte: now } },
    select: { memberId: true, homeId: true },
    orderBy: { mailDueAt: 'asc' },
    take: AT_ONCE,
  })
  const groups = new Map(due.map((one) => [`${one.memberId} ${one.homeId}`, one]))
  let count = 0
  for (const { memberId, homeId } of groups.values()) {
    const isWritten = await write((tx) => writeLetter(tx, memberId, homeId, now)).catch((error: unknown) => {
      log('error', 'a letter could not be written', causeOf(error)) // The others shall not wait for it.
      return false
    })
    if (isWritten) count += 1
  }
  return count
}

/** One letter about what waits for this member at this page, or none. */
export async function writeLetter(tx: Tx, memberId: string, homeId: number, now: Date): Promise<boolean> {
  // One at a time for each member: two processes must not both find room below the ceiling, nor tell the same twice.
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
  const waiting = { memberId, homeId, mailDueAt: { not: null } }
  const wanted = await wantedBy(memberId, tx)
  const rows = await tx.notification.findMany({
    where: { AND: [shownTo(memberId), waiting, { readAt: null, kind: { in: [...wanted] } }] },
    select: columns,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: TOLD_MAX,
  })
  const { count: taken } = await tx.notification.updateMany({ where: waiting, data: { mailDueAt: null } })
  const [newest] = rows
  const to = await addressOf(tx, memberId)
  if (taken === 0 || !newest || !to || !(await isBelowCeiling(tx, memberId, now))) return false
  const props = newsOf(memberId, to.locale, newest, rows)
  const letterId = await post(
    tx,
    { template: 'news', to: to.address, locale: to.locale, props },
    { now, expiresAt: new Date(now.getTime() + LIFE_MS) },
  )
  const told = { id: { in: rows.map(({ id }) => id) } }
  await tx.notification.updateMany({ where: told, data: { letterId, mailedAt: now } })
  return true
}

async function addressOf(tx: Tx, memberId: string) {
  const way = await tx.wayIn.findFirst({
    where: { memberId, kind: 'email', member: { leftAt: null } },
    select: { address: true, member: { select: { locale: true } } },
    orderBy: { addedAt: 'asc' },
  })
  return way && { address: way.address, locale: localeOf(way.member) }
}

async function isBelowCeiling(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const letters = await tx.notification.groupBy({
    by: ['letterId'],
    where: { memberId, mailedAt: { gt: new Date(now.getTime() - DAY_MS) } },
  })
  return letters.length < LETTERS_PER_DAY
}

type Row = {
  id: string
  kind: NotificationKind
  postId: number
  post: { kind: string; title: string | null; markdown: string | null }
  home: Parameters<typeof placeOf>[0]['home']
}

function newsOf(memberId: string, locale: Locale, newest: Row, rows: readonly Row[]): News {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const { title, path } = placeOf(newest, locale)
  const words = newest.post.kind === 'question' ? newest.post.title : newest.post.markdown
  return {
    memberId,
    kinds: [newest.kind, ...kinds.filter((kind) => kind !== newest.kind)],
    notifications: rows.map(({ id }) => id),
    excerpt: excerpt(words ?? title, EXCERPT_CHARACTERS),
    title,
    count: rows.length,
    path,
    token: unsubscribeToken(memberId, kinds),
  }
}

/** Asked before each try to send: does everything in the letter still stand, unread and wanted? What does not is told in the inbox. */
export const isStillNews: StillWanted = async (letter) => {
  if (letter.template !== 'news') return true
  const { memberId, notifications, kinds } = letter.props
  const [wanted, standing] = await Promise.all([
    wantedBy(memberId),
    db().notification.count({
      where: { AND: [shownTo(memberId), { id: { in: [...notifications] }, readAt: null }] },
    }),
  ])
  return standing === notifications.length && kinds.every((kind) => wanted.has(kind))
}
