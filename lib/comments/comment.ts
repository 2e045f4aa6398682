import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { followByWriting } from '../following/begin'
import { postAnchor } from '../paths'
import { homeOf, tagsOf } from '../posts/about'
import { postFor } from '../posts/find'
import { pathOf } from '../posts/path'
import type { RenderedPost } from '../posts/rendered'
import { languageOf } from '../posts/schema'
import { refuseUnless } from '../refusal'
import { refuseBeyondDaily } from '../trust/daily'
import { refuseManyLinks } from '../trust/links'
import { changed } from '../write'
import type { CommentInput } from './schema'

/** Comments on a question, an answer or an experience. Refuses guests, suspended members, and what is not there or not to be seen. */
export async function comment(
  viewer: Viewer,
  input: CommentInput,
  { tx, now, locale }: Setting,
  rendered: RenderedPost,
): Promise<Done> {
  refuseUnlessMember(viewer)
  refuseManyLinks(viewer, rendered)
  await refuseBeyondDaily(viewer, tx, 'comments', now)
  const on = await postFor(viewer, tx, input.post, ['question', 'answer', 'experience'])
  const home = await homeOf(tx, on.id)
  refuseUnless(home, 'notFound')
  const { id } = await tx.post.create({
    data: {
      kind: 'comment',
      authorId: viewer.id,
      locale: languageOf(input.body, locale),
      ...rendered,
      postedAt: now,
      comment: { create: { onId: on.id } },
    },
    select: { id: true },
  })
  await record(tx, { kind: 'commentMade', actorId: viewer.id, postId: id, at: now })
  if (home.kind === 'question') await followByWriting(tx, viewer.id, home.id, now)
  await changed(tx, tagsOf(home))
  return { id: String(id), path: `${pathOf(home, locale)}#${postAnchor(id)}` }
}
