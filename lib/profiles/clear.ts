import 'server-only'
import { refuseUnlessModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Setting } from '../door'
import type { Done } from '../door/once'
import { record } from '../events'
import { CLEARED, memberMinePath } from '../paths'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { changed } from '../write'
import type { ClearInput } from './schema'

/**
 * Empties what a member says of themselves, with a reason that they read: the introduction, the name beside the handle, or both. What
 * stood there is not kept. To anybody but a moderator this does not exist; where nothing is to be emptied, somebody has done it already.
 */
export async function clear(viewer: Viewer, input: ClearInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessModerator(viewer)
  const { member: handle, name, about, reason } = input
  if (!name && !about) throw new Refusal('invalid', { what: { code: 'notAChoice' } })
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } })
  refuseUnless(member, 'notFound')
  const said = [...(name ? [{ name: { not: null } }] : []), ...(about ? [{ markdown: { not: null } }] : [])]
  const { count } = await tx.profile.updateMany({
    where: { memberId: member.id, OR: said },
    data: {
      ...(name ? { name: null, nameSkeleton: null } : {}),
      ...(about ? { markdown: null, html: null, renderer: null } : {}),
    },
  })
  refuseIf(count === 0, 'closed')
  const codes = { reason, what: name && about ? 'both' : name ? 'name' : 'about' }
  await record(tx, { kind: 'profileCleared', actorId: viewer.id, aboutId: member.id, at: now, codes })
  await changed(tx, [tags.member(member.id)])
  return { id: member.id, path: `${memberMinePath(locale, handle)}#${CLEARED}` }
}
