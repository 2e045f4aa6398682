import 'server-only'
import type { Tx } from '../db'
import { newId } from '../ids'

/** Whoever writes at a question follows it from then on, unless they once stopped. */
export async function followByWriting(tx: Tx, memberId: string, questionId: number, now: Date) {
  const data = [{ id: newId(), memberId, postId: questionId, followedAt: now }]
  await tx.follow.createMany({ data, skipDuplicates: true })
}
