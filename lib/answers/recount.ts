import 'server-only'
import type { Tx } from '../db'

/** Counts the answers that everybody may see anew. The question's post must be held (lib/posts/find.ts). */
export async function recount(tx: Tx, questionId: number) {
  const answerCount = await tx.answer.count({
    where: { questionId, post: { removals: { none: { liftedAt: null } } } },
  })
  await tx.question.update({ where: { postId: questionId }, data: { answerCount }, select: { postId: true } })
}
