import 'server-only'
import { createTranslator } from 'next-intl'
import { Prisma } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db, type Tx } from '../db'
import type { Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { newId } from '../ids'
import { causeOf, log } from '../log'
import { localeOf } from '../posts/views'
import { isReached, reachedColumns } from '../push/reached'
import type { PushMessage, SendPush } from '../push/send'
import { opened } from '../push/subscribe'
import { wantedBy } from './choices'
import { PUSHES_PER_DAY } from './kinds'
import { eachGroup, type Home, holdMember, LIFE_MS, TOLD_MAX } from './letters'
import { afterQuiet } from './quiet'
import { reachOf } from './reach'
import { shownTo } from './shown'
import { tellingOf, toldColumns } from './telling'

const AT_ONCE = 500
const SENT_AT_ONCE = 20
const EXCERPT_CHARACTERS = 140
const DAY_MS = 24 * 60 * 60 * 1000
// Who takes a push has this long to send it; then another may. Doubled after each try that failed.
const HOLD_SECONDS = 30
const TRIES_MAX = 6

/** Writes the pushes that are due: one message for each member and page, to each of their browsers. Says how many messages. */
export async function writePushes(now = clock()): Promise<number> {
  const due = await db().notification.findMany({
    where: { pushDueAt: { lte: now } },
    select: { memberId: true, homeId: true, operatorId: true },
    orderBy: { pushDueAt: 'asc' },
    take: AT_ONCE,
  })
  return eachGroup(due, (tx, memberId, home) => writePush(tx, memberId, home, now))
}

/** One message about what waits for this member at this page, or none; in their quiet hours it waits on. */
export async function writePush(tx: Tx, memberId: string, home: Home, now: Date): Promise<boolean> {
  await holdMember(tx, memberId)
  const waiting = { memberId, ...home, pushDueAt: { not: null } }
  const until = afterQuiet(now, await reachOf(tx, memberId))
  if (until > now) {
    await tx.notification.updateMany({ where: waiting, data: { pushDueAt: until } })
    return false
  }
  const rows = await tx.notification.findMany({
    where: { AND: [stillPushed(memberId, await wantedBy(memberId, 'push', tx)), waiting] },
    select: { id: true },
    take: TOLD_MAX,
  })
  const { count: taken } = await tx.notification.updateMany({ where: waiting, data: { pushDueAt: null } })
  const devices = (await tx.pushSubscription.findMany({ where: { memberId }, select: reachedColumns })).filter((one) =>
    isReached(one, now),
  )
  if (taken === 0 || rows.length === 0 || devices.length === 0 || !(await isBelowCeiling(tx, memberId, now)))
    return false
  const [messageId, expiresAt] = [newId(), new Date(now.getTime() + LIFE_MS)]
  await tx.push.createMany({
    data: devices.map(({ id }) => ({ id: newId(), messageId, subscriptionId: id, dueAt: now, expiresAt })),
  })
  const told = { id: { in: rows.map(({ id }) => id) } }
  await tx.notification.updateMany({ where: told, data: { pushId: messageId, pushedAt: now } })
  return true
}

function stillPushed(memberId: string, wanted: ReadonlySet<string>): Prisma.NotificationWhereInput {
  return {
    AND: [shownTo(memberId), { readAt: null, kind: { in: [...wanted] as Prisma.EnumNotificationKindFilter['in'] } }],
  }
}

async function isBelowCeiling(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DAY_MS)
  const pushes = await tx.notification.groupBy({ by: ['pushId'], where: { memberId, pushedAt: { gt: since } } })
  return pushes.length < PUSHES_PER_DAY
}

type Taken = { id: string; messageId: string; subscriptionId: string; tries: number }

/** Sends what is due, each push by one process: what it says is read now, and what was read or hidden meanwhile is not said. */
export async function deliverPushes(send: SendPush, now = clock()): Promise<number> {
  const pushes = await db().$queryRaw<Taken[]>(Prisma.sql`
    UPDATE "Push" SET "tries" = "tries" + 1, "dueAt" = ${now}::timestamptz + make_interval(secs => ${HOLD_SECONDS} * (1 << least("tries", 8)))
    WHERE "id" IN (
      SELECT "id" FROM "Push" WHERE "dueAt" <= ${now} AND "expiresAt" > ${now}
      ORDER BY "dueAt" LIMIT ${SENT_AT_ONCE} FOR UPDATE SKIP LOCKED
    ) RETURNING "id", "messageId", "subscriptionId", "tries"`)
  const sent = await Promise.all(pushes.map((push) => deliverOne(push, send, now)))
  return sent.filter(Boolean).length
}

async function deliverOne(
  { id, messageId, subscriptionId, tries }: Taken,
  send: SendPush,
  now: Date,
): Promise<boolean> {
  try {
    const found = await db().pushSubscription.findUnique({
      where: { id: subscriptionId },
      select: {
        ...reachedColumns,
        sealed: true,
        member: { select: { ...reachedColumns.member.select, id: true, locale: true } },
      },
    })
    const device = found && isReached(found, now) ? found : null
    const to = device && opened(device)
    const until = device && afterQuiet(now, await reachOf(db(), device.member.id))
    if (until && until > now) {
      const expiresAt = new Date(until.getTime() + LIFE_MS)
      await db().push.updateMany({ where: { id }, data: { dueAt: until, expiresAt, tries: { decrement: 1 } } })
      return false
    }
    const message = device && (await messageOf(messageId, device.member.id, localeOf(device.member)))
    const end = to && message ? await send(to, message) : 'refused'
    if (end === 'gone') await db().pushSubscription.deleteMany({ where: { id: subscriptionId } })
    else if (end !== 'later' || tries >= TRIES_MAX) await db().push.deleteMany({ where: { id } })
    if (end !== 'sent' && message) log('warn', 'a push was not sent', { id, end, tries })
    return end === 'sent'
  } catch (error) {
    log('warn', 'a push could not be sent', { id, tries, ...causeOf(error) })
    if (tries >= TRIES_MAX) await db().push.deleteMany({ where: { id } })
    return false
  }
}

async function messageOf(messageId: string, memberId: string, locale: Locale): Promise<PushMessage | undefined> {
  const [newest, ...older] = await db().notification.findMany({
    where: { AND: [stillPushed(memberId, await wantedBy(memberId, 'push')), { pushId: messageId }] },
    select: toldColumns,
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: TOLD_MAX,
  })
  if (!newest) return undefined
  const { kinds, excerpt, path, mark } = tellingOf([newest, ...older], locale, EXCERPT_CHARACTERS)
  const [kind = newest.kind] = kinds
  const same = [newest, ...older].filter((one) => one.kind === kind).length
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'inbox' })
  const { home, operator } = newest
  const tag = home ? `post-${home.id}` : operator ? `operator-${operator.slug}` : 'account'
  return { title: t(`lines.${kind}`, { count: mark || same }), body: excerpt, path, tag }
}
