import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { MemberViewer } from '../accounts/policy'
import type { Tx } from '../db'
import { Refusal } from '../refusal'
import { isStaff } from './abilities'
import type { Level } from './level'

const DAY_MS = 86_400_000

/**
 * How much a member may do within 24 hours, by level. `posts` (questions and experiences), `answers`, `comments` and `votes` of new
 * members: features.md 2.8. `votes` of the others: Discourse's 50 likes a day, × 1.5 and × 2 (2.3). `flags`: QPixel's 10 for new
 * members and Discourse's 20, × 1.5 and × 2 (row 118). Where nothing stands the door's own allowance is the limit.
 */
export const dailyLimits = {
  posts: { new: 3 },
  answers: { new: 10 },
  comments: { new: 5 },
  votes: { new: 5, member: 50, regular: 75, trusted: 100 },
  flags: { new: 10, member: 20, regular: 30, trusted: 40 },
} as const satisfies Record<string, Partial<Record<Level, number>>>
export type Act = keyof typeof dailyLimits
export const acts = Object.keys(dailyLimits) as Act[]

/** How much of it a day has for this member; without a limit of its own, nothing. */
export function dailyLimit(act: Act, member: Pick<MemberViewer, 'role' | 'level'>): number | undefined {
  const byLevel: Partial<Record<Level, number>> = dailyLimits[act]
  return isStaff(member) ? undefined : byLevel[member.level ?? 'new']
}

// What counts, with when it was done. A vote that was taken back, and a flag that says another one anew, leave no row.
const done: Record<Act, Prisma.Sql> = {
  posts: Prisma.sql`SELECT "authorId" AS who, "postedAt" AS at FROM "Post" WHERE kind IN ('question', 'experience')`,
  answers: Prisma.sql`SELECT "authorId" AS who, "postedAt" AS at FROM "Post" WHERE kind = 'answer'`,
  comments: Prisma.sql`SELECT "authorId" AS who, "postedAt" AS at FROM "Post" WHERE kind = 'comment'`,
  votes: Prisma.sql`SELECT "memberId" AS who, "castAt" AS at FROM "Vote"`,
  flags: Prisma.sql`SELECT "memberId" AS who, "raisedAt" AS at FROM "Flag"`,
}
const within = (act: Act, memberId: string, now: Date) =>
  Prisma.sql`FROM (${done[act]}) done WHERE who = ${memberId}::uuid AND at > ${new Date(now.getTime() - DAY_MS)}`

/**
 * Refuses what would be more than 24 hours have, and says when the next one fits. Counted from the rows, so that what was refused or
 * sent twice does not count; one at a time for each member, so that twenty sent at once are counted too.
 */
export async function refuseBeyondDaily(viewer: MemberViewer, tx: Tx, act: Act, now: Date) {
  const limit = dailyLimit(act, viewer)
  if (limit === undefined) return
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`daily:${viewer.id}`}, 0))`
  const [oldest] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT at ${within(act, viewer.id, now)} ORDER BY at DESC OFFSET ${limit - 1} LIMIT 1`
  if (oldest) throw new Refusal('enoughToday', {}, secondsUntil(oldest.at.getTime() + DAY_MS, now))
}

/** How much of it this member has done within the last 24 hours. */
export async function doneToday(tx: Pick<Tx, '$queryRaw'>, act: Act, memberId: string, now: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${within(act, memberId, now)}`
  return row?.count ?? 0
}

function secondsUntil(at: number, now: Date): number {
  return Math.max(1, Math.ceil((at - now.getTime()) / 1000))
}
