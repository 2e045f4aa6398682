import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { followByWriting } from '../following/begin'
import { postAnchor, questionPath } from '../paths'
import { lock, postFor } from '../posts/find'
import type { RenderedPost } from '../posts/rendered'
import { languageOf } from '../posts/schema'
import { slugOf } from '../text/slug'
import { refuseBeyondDaily } from '../trust/daily'
import { refuseManyLinks } from '../trust/links'
import { changed } from '../write'
import { recount } from './recount'
import type { AnswerInput } from './schema'

/** Answers a question. Refuses guests, suspended members, and a question that is not there or not to be seen. */
export async function give(
  viewer: Viewer,
  input: AnswerInput,
  { tx, now, locale }: Setting,
  rendered: RenderedPost,
): Promise<Done> {
  refuseUnlessMember(viewer)
  refuseManyLinks(viewer, rendered)
  await refuseBeyondDaily(viewer, tx, 'answers', now)
  const question = await postFor(viewer, tx, input.question, ['question'])
  await lock(tx, question.id)
  const { id } = await tx.post.create({
    data: {
      kind: 'answer',
      authorId: viewer.id,
      locale: languageOf(input.body, locale),
      ...rendered,
      postedAt: now,
      answer: { create: { questionId: question.id } },
    },
    select: { id: true },
  })
  await recount(tx, question.id)
  await record(tx, { kind: 'answerGiven', actorId: viewer.id, postId: id, at: now })
  await followByWriting(tx, viewer.id, question.id, now)
  await changed(tx, [tags.questions, tags.question(question.id), tags.member(viewer.id)])
  return {
    id: String(id),
    path: `${questionPath(locale, question.id, slugOf(question.title ?? ''))}#${postAnchor(id)}`,
  }
}
