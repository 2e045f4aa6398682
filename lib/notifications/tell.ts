import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { CURATORS } from '../accounts/curators'
import { db, type Tx } from '../db'
import { newId } from '../ids'
import { write } from '../write'
import { type About, type Audience, audiencesOf, eventColumns } from './audience'
import { waysFor } from './choices'
import { MAIL_DELAY_MINUTES, type NotificationKind } from './kinds'

// Members told in one statement: a tenth of a second of work, far below the statement's five.
const AT_ONCE = 1_000

type News = { eventId: string; kind: NotificationKind; about: About; mark?: number; now: Date; butNot: string[] }

/** Tells everybody whom an event concerns, each once however often it runs: never the one who did it, nor an account without a person. */
export async function tell(eventId: string, now: Date) {
  const event = await db().event.findUnique({ where: { id: eventId }, select: eventColumns })
  if (!event) return
  const butNot = [CURATORS.id, ...(event.actorId ? [event.actorId] : [])]
  for (const audience of await audiencesOf(event)) await tellAll(audience, { eventId, now, butNot }, event.at)
}

async function tellAll(audience: Audience, event: Pick<News, 'eventId' | 'now' | 'butNot'>, at: Date) {
  const { kind, about, mark } = audience
  const news = { ...event, kind, about, ...(mark === undefined ? {} : { mark }) }
  if ('members' in audience) return tellThese(audience.members, news)
  let last = ''
  for (;;) {
    const followers = await db().follow.findMany({
      where: {
        AND: [audience.followers, last ? { memberId: { gt: last } } : {}],
        stoppedAt: null,
        followedAt: { lte: at },
      },
      select: { memberId: true },
      orderBy: { memberId: 'asc' },
      take: AT_ONCE,
    })
    const members = followers.map(({ memberId }) => memberId)
    await tellThese(members, news)
    last = members.at(-1) ?? ''
    if (members.length < AT_ONCE) return
  }
}

async function tellThese(all: readonly string[], { now, butNot, about, mark, ...news }: News) {
  const members = all.filter((memberId) => !butNot.includes(memberId))
  if (members.length === 0) return
  const ways = await waysFor(members, news.kind)
  const mailDueAt = new Date(now.getTime() + MAIL_DELAY_MINUTES * 60_000)
  const rows = members.flatMap((memberId) => {
    const { inbox, mail, push } = ways(memberId)
    const when = { mailDueAt: mail ? mailDueAt : null, pushDueAt: push ? now : null }
    return inbox || mail || push
      ? [{ id: newId(), memberId, ...news, ...about, madeAt: now, isListed: inbox, ...when }]
      : []
  })
  await write(async (tx) => {
    const there = await stillThere(tx, members)
    const data = rows.filter(({ memberId }) => there.has(memberId))
    if (mark === undefined) await tx.notification.createMany({ data, skipDuplicates: true })
    else for (const row of data) await grow(tx, { ...row, mark })
  })
}

// Those among these members who are not erased. Held until the transaction ends: whoever is erased meanwhile is left nothing.
async function stillThere(tx: Tx, members: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Member" WHERE "id" = ANY(${members}::uuid[]) AND "erasedAt" IS NULL ORDER BY "id" FOR KEY SHARE`
  return new Set(rows.map(({ id }) => id))
}

type Grown = {
  id: string
  memberId: string
  kind: NotificationKind
  eventId: string
  madeAt: Date
  isListed: boolean
  mailDueAt: Date | null
  pushDueAt: Date | null
  mark: number
} & About

// Votes on a post are one entry: a higher mark makes it news again, and no mark is told twice, in whatever order they arrive.
async function grow(tx: Tx, row: Grown) {
  if (!('postId' in row)) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Notification" ("id", "memberId", "kind", "eventId", "postId", "homeId", "mark", "madeAt", "isListed", "mailDueAt", "pushDueAt")
    VALUES (${row.id}::uuid, ${row.memberId}::uuid, ${row.kind}::"NotificationKind", ${row.eventId}::uuid, ${row.postId}, ${row.homeId},
      ${row.mark}, ${row.madeAt}, ${row.isListed}, ${row.mailDueAt}, ${row.pushDueAt})
    ON CONFLICT ("memberId", "postId") WHERE "mark" IS NOT NULL DO UPDATE SET
      "eventId" = EXCLUDED."eventId", "mark" = EXCLUDED."mark", "madeAt" = EXCLUDED."madeAt", "isListed" = EXCLUDED."isListed",
      "mailDueAt" = EXCLUDED."mailDueAt", "pushDueAt" = EXCLUDED."pushDueAt", "readAt" = NULL,
      "letterId" = NULL, "mailedAt" = NULL, "pushId" = NULL, "pushedAt" = NULL
    WHERE "Notification"."mark" < EXCLUDED."mark"`)
}
