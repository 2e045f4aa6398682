import 'server-only'
import { CURATORS } from '../accounts/curators'
import { db } from '../db'
import { newId } from '../ids'
import { homeOf } from '../posts/about'
import { audienceOf, eventColumns } from './audience'
import { wanting } from './choices'
import { type aboutMember, isMailed, MAIL_DELAY_MINUTES, type NotificationKind } from './kinds'

// Members told in one statement: a tenth of a second of work, far below the statement's five.
const AT_ONCE = 1_000

type News = { eventId: string; postId: number | null; homeId: number | null; now: Date; butNot: string[] }

// What happens to a member is told to that member.
const ofMember: Record<string, (typeof aboutMember)[number]> = { badgeAwarded: 'badge', levelChanged: 'level' }

/** Tells everybody whom an event concerns, each once however often it runs: never the one who did it, nor an account without a person. */
export async function tell(eventId: string, now: Date) {
  const event = await db().event.findUnique({ where: { id: eventId }, select: eventColumns })
  const kindOfMember = event && ofMember[event.kind]
  if (kindOfMember && event.aboutId)
    return tellThese([event.aboutId], kindOfMember, { eventId, postId: null, homeId: null, now, butNot: [CURATORS.id] })
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
  const mailed = isMailed(kind) ? await wanting(members, kind) : new Set()
  const mailDueAt = new Date(now.getTime() + MAIL_DELAY_MINUTES * 60_000)
  const rows = members.map((memberId) => ({
    id: newId(),
    memberId,
    kind,
    ...news,
    madeAt: now,
    mailDueAt: mailed.has(memberId) ? mailDueAt : null,
  }))
  await db().notification.createMany({ data: rows, skipDuplicates: true })
}
