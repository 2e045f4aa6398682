import 'server-only'
import { CURATORS } from '../accounts/curators'
import { db, type Tx } from '../db'
import { newId } from '../ids'
import { homeOf } from '../posts/about'
import { write } from '../write'
import { audienceOf, eventColumns } from './audience'
import { wanting } from './choices'
import { MAIL_DELAY_MINUTES, type NotificationKind } from './kinds'

// Members told in one statement: a tenth of a second of work, far below the statement's five.
const AT_ONCE = 1_000

type News = { eventId: string; postId: number; homeId: number; now: Date; butNot: string[] }

/** Tells everybody whom an event concerns, each once however often it runs: never the one who did it, nor an account without a person. */
export async function tell(eventId: string, now: Date) {
  const event = await db().event.findUnique({ where: { id: eventId }, select: eventColumns })
  if (!event?.post) return
  const [audience, home] = await Promise.all([audienceOf(event.kind, event.post), homeOf(db(), event.post.id)])
  if (!audience || !home) return
  const butNot = [CURATORS.id, ...(event.actorId ? [event.actorId] : [])]
  const news = { eventId, postId: event.post.id, homeId: home.id, now, butNot }
  await tellThese(audience.members, audience.kind, news)
  if (!audience.followers) return
  const { kind, of } = audience.followers
  let last = ''
  for (;;) {
    const followers = await db().follow.findMany({
      where: { AND: [of, last ? { memberId: { gt: last } } : {}], stoppedAt: null, followedAt: { lte: event.at } },
      select: { memberId: true },
      orderBy: { memberId: 'asc' },
      take: AT_ONCE,
    })
    const members = followers.map(({ memberId }) => memberId)
    await tellThese(members, kind, news)
    last = members.at(-1) ?? ''
    if (members.length < AT_ONCE) return
  }
}

async function tellThese(all: readonly string[], kind: NotificationKind, { now, butNot, ...news }: News) {
  const members = all.filter((memberId) => !butNot.includes(memberId))
  if (members.length === 0) return
  const mailed = await wanting(members, kind)
  const mailDueAt = new Date(now.getTime() + MAIL_DELAY_MINUTES * 60_000)
  const rows = members.map((memberId) => ({
    id: newId(),
    memberId,
    kind,
    ...news,
    madeAt: now,
    mailDueAt: mailed.has(memberId) ? mailDueAt : null,
  }))
  await write(async (tx) => {
    const there = await stillThere(tx, members)
    await tx.notification.createMany({ data: rows.filter(({ memberId }) => there.has(memberId)), skipDuplicates: true })
  })
}

// Those among these members who are not erased. Held until the transaction ends: whoever is erased meanwhile is left nothing.
async function stillThere(tx: Tx, members: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Member" WHERE "id" = ANY(${members}::uuid[]) AND "erasedAt" IS NULL ORDER BY "id" FOR KEY SHARE`
  return new Set(rows.map(({ id }) => id))
}
