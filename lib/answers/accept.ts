import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import { guest, type Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { postAnchor, questionPath } from '../paths'
import { authorTagsOf } from '../posts/about'
import { lock, postFor } from '../posts/find'
import { visibleTo } from '../posts/visible'
import { refuseUnless } from '../refusal'
import { recountReputation } from '../reputation/recount'
import { changed } from '../write'
import { canAccept } from './policy'
import type { AcceptInput } from './schema'

/**
 * The asker says which answer helped, changes it, or takes it back (no `answer`). Sets a state: sent again it does nothing more.
 * Refuses everybody but the asker, and an answer of another question or one that is hidden.
 */
export async function accept(viewer: Viewer, input: AcceptInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessMember(viewer)
  const question = await postFor(viewer, tx, input.question, ['question'])
  refuseUnless(canAccept(viewer, question), 'notAllowed')
  await lock(tx, question.id)
  const before = await tx.acceptance.findUnique({ where: { questionId: question.id }, select: { answerId: true } })
  const after = input.answer === undefined ? undefined : await answerOf(tx, question.id, input.answer)
  if (before?.answerId !== after) {
    await tx.acceptance.deleteMany({ where: { questionId: question.id } })
    const said = { actorId: viewer.id, at: now } as const
    if (before) await record(tx, { kind: 'acceptanceTakenBack', postId: before.answerId, ...said })
    if (after !== undefined) {
      const data = { questionId: question.id, answerId: after, acceptedById: viewer.id, acceptedAt: now }
      await tx.acceptance.create({ data, select: { questionId: true } })
      await record(tx, { kind: 'answerAccepted', postId: after, ...said })
    }
    for (const post of await authorsOf(tx, [before?.answerId, after])) await recountReputation(tx, post, now)
    await changed(tx, [
      tags.questions,
      tags.question(question.id),
      ...(await authorTagsOf(tx, { kind: 'question', id: question.id })),
    ])
  }
  const anchor = postAnchor(after ?? before?.answerId ?? question.id)
  return { id: String(question.id), path: `${questionPath(locale, question.id)}#${anchor}` }
}

// By author: two askers who change their minds about the same two helpers never wait for each other in a circle.
function authorsOf(tx: Setting['tx'], answers: readonly (number | undefined)[]) {
  return tx.post.findMany({
    where: { id: { in: answers.filter((id) => id !== undefined) } },
    select: { id: true, authorId: true },
    orderBy: [{ authorId: 'asc' }, { id: 'asc' }],
  })
}

async function answerOf(tx: Setting['tx'], questionId: number, answerId: number): Promise<number> {
  const answer = await tx.answer.findFirst({
    where: { postId: answerId, questionId, post: visibleTo(guest) },
    select: { postId: true },
  })
  refuseUnless(answer, 'notFound')
  return answer.postId
}
