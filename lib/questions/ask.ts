import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { followByWriting } from '../following/begin'
import { PUBLISHED, questionPath } from '../paths'
import { operatorIdOf } from '../posts/operator'
import type { RenderedPost } from '../posts/rendered'
import { languageOf } from '../posts/schema'
import { slugOf } from '../text/slug'
import { refuseBeyondDaily } from '../trust/daily'
import { refuseManyLinks } from '../trust/links'
import { changed } from '../write'
import type { AskInput } from './schema'

/** Asks a question. Refuses guests and suspended members, an operator that does not exist. */
export async function ask(
  viewer: Viewer,
  input: AskInput,
  { tx, now, locale }: Setting,
  rendered: RenderedPost,
): Promise<Done> {
  refuseUnlessMember(viewer)
  refuseManyLinks(viewer, rendered)
  await refuseBeyondDaily(viewer, tx, 'posts', now)
  const { title, body = '', operator } = input
  const written = languageOf(`${title}\n${body}`, locale)
  const operatorId = await operatorIdOf(tx, operator)
  const { id } = await tx.post.create({
    data: {
      kind: 'question',
      authorId: viewer.id,
      operatorId,
      locale: written,
      title,
      ...rendered,
      postedAt: now,
      question: { create: {} },
    },
    select: { id: true },
  })
  await record(tx, { kind: 'questionAsked', actorId: viewer.id, postId: id, at: now })
  await followByWriting(tx, viewer.id, id, now)
  await changed(tx, [tags.questions, tags.question(id), tags.member(viewer.id)])
  return { id: String(id), path: `${questionPath(locale, id, slugOf(title))}#${PUBLISHED}` }
}
