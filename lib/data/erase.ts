import 'server-only'
import { HANDLE_RESERVED_DAYS } from '../accounts/data-terms'
import { reservationOf } from '../accounts/reserved-handles'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import { record } from '../events'
import { rewriteMentionsOf } from '../posts/mentions'
import { changed, write } from '../write'
import { clearPosts } from './clear-posts'
import { daysAfter } from './days'
import { holdings } from './holdings'
import { writeTo } from './letters'
import { nameless } from './nameless-posts'
import type { PostChoice } from './schema'
import { type Subject, subjectOf } from './subject'

// Every text is looked through for the names.
const MENTIONS_MS = 120_000

type Plan = { posts: PostChoice }

/**
 * Erases a member whose days of grace are over. In steps that each commit and may each be done again: whoever goes on after a crash,
 * or beside another process, comes to the same end. The name and the addresses go last, together, since all else is found by them.
 */
export async function erase(memberId: string, now: Date) {
  const plan = await write((tx) => begin(tx, memberId, now))
  if (!plan) return
  const subject = await subjectOf(memberId)
  await (plan.posts === 'remove' ? clearPosts(memberId, now) : nameless(subject))
  // In the texts of others: after the posts of their own, before the handle is forgotten.
  await write((tx) => rewriteMentionsOf(tx, memberId), { timeoutMs: MENTIONS_MS })
  for (const { erased, isIdentity } of holdings)
    if (typeof erased === 'function' && !isIdentity) await write((tx) => erased(tx, subject, now))
  await write((tx) => finish(tx, subject, plan, now))
}

// From here on it cannot be taken back. Nothing when it was, or when all is done.
async function begin(tx: Tx, memberId: string, now: Date): Promise<Plan | undefined> {
  const [plan] = await tx.$queryRaw<(Plan & { dueAt: Date })[]>`
    SELECT "posts", "dueAt" FROM "Erasure" WHERE "memberId" = ${memberId}::uuid FOR UPDATE`
  if (!plan) return undefined
  if (plan.dueAt > now) throw new Error('the days of grace are not over')
  const { role } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { role: true } })
  if (role !== 'member') throw new Error('whoever holds an office is not erased')
  await tx.erasure.updateMany({ where: { memberId, begunAt: null }, data: { begunAt: now } })
  // Missing only where a host has asked, after restoring an older backup (README).
  await tx.member.updateMany({ where: { id: memberId, leftAt: null }, data: { leftAt: now } })
  await tx.session.deleteMany({ where: { memberId } })
  return plan
}

async function finish(tx: Tx, subject: Subject, { posts }: Plan, now: Date) {
  const { id, skeletons } = subject
  // Whoever signs in or is told something at this moment waits, and then finds nobody (lib/sign-in/session.ts, lib/notifications/tell.ts).
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${id}::uuid FOR UPDATE`
  const { count } = await tx.erasure.deleteMany({ where: { memberId: id } })
  if (count === 0) return
  for (const { erased } of holdings) if (typeof erased === 'function') await erased(tx, subject, now)
  const expiresAt = daysAfter(now, HANDLE_RESERVED_DAYS)
  const reserved = [...new Set(skeletons)].map((one) => ({ skeletonHash: reservationOf(one), expiresAt }))
  await tx.reservedHandle.createMany({ data: reserved, skipDuplicates: true })
  const nobody = `erased-${id}`
  await tx.member.update({
    where: { id },
    data: { handle: nobody, handleSkeleton: nobody, locale: 'en', hasSecondFactor: false, erasedAt: now },
    select: { id: true },
  })
  await record(tx, { kind: 'memberErased', actorId: id, at: now, codes: { posts } })
  await changed(tx, [tags.member(id)])
}

/** The second letter, shortly before. None when it was taken back meanwhile, or written already. */
export async function remind(memberId: string, now: Date) {
  await write(async (tx) => {
    const { count } = await tx.erasure.updateMany({
      where: { memberId, toldAt: null, begunAt: null },
      data: { toldAt: now },
    })
    if (count === 0) return
    const { dueAt } = await tx.erasure.findUniqueOrThrow({ where: { memberId }, select: { dueAt: true } })
    await writeTo(tx, memberId, 'erasureSoon', dueAt, now)
  })
}
