import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { minePath } from '../paths'
import { lock, postFor } from '../posts/find'
import { refuseIf } from '../refusal'
import { refuseBeyondDaily } from '../trust/daily'
import type { FlagInput } from './schema'

/**
 * Tells the moderators that something is wrong with a post. One open flag for each member and post: a second says it anew.
 * Refuses guests, suspended members, one's own post, and what is not there or not to be seen.
 */
export async function flag(viewer: Viewer, { post: postId, reason, text }: FlagInput, setting: Setting): Promise<Done> {
  refuseUnlessMember(viewer)
  const { tx, now, locale } = setting
  const post = await postFor(viewer, tx, postId, ['question', 'answer', 'comment', 'experience'])
  refuseIf(post.authorId === viewer.id, 'ownPost')
  await lock(tx, postId)
  const open = await tx.flag.findFirst({
    where: { postId, memberId: viewer.id, decidedAt: null },
    select: { id: true },
  })
  const said = { reason, text: text ?? null, raisedAt: now }
  if (open) await tx.flag.update({ where: { id: open.id }, data: said, select: { id: true } })
  else {
    await refuseBeyondDaily(viewer, tx, 'flags', now)
    await tx.flag.create({ data: { id: newId(), postId, memberId: viewer.id, ...said }, select: { id: true } })
    await record(tx, { kind: 'postFlagged', actorId: viewer.id, postId, at: now, codes: { reason } })
  }
  return { id: String(postId), path: `${minePath(locale, postId)}#flag` }
}
