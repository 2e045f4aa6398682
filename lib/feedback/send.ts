import 'server-only'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { feedbackReceivedPath } from '../paths'
import { changed } from '../write'
import type { FeedbackInput } from './schema'

/**
 * Stores a word to the people who run this site. Anyone may, also a suspended member: it is how they reach us.
 * The answer is a page that only the sender can find (an unguessable id) or, for a member, open.
 */
export async function send(viewer: Viewer, input: FeedbackInput, { tx, now, locale }: Setting): Promise<Done> {
  const id = newId()
  const { kind, text, page = null, replyTo = null } = input
  await tx.feedback.create({
    data: { id, kind, text, page, replyTo, locale, sentAt: now, memberId: viewer.id },
    select: { id: true },
  })
  await record(tx, { kind: 'feedbackSent', actorId: viewer.id, feedbackId: id, at: now, codes: { kind } })
  await changed(tx, [tags.feedback])
  return { id, path: feedbackReceivedPath(locale, id) }
}
