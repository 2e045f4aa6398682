import 'server-only'
import { skeleton } from '../accounts/handle'
import { holdNames, refuseUnlessFree } from '../accounts/names'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { myProfilePath, RENAMED } from '../paths'
import { tagsOfEverythingBy } from '../posts/about'
import { renderMentionsLater } from '../posts/mentions'
import { refuseIf } from '../refusal'
import { changed } from '../write'
import { renamedSince } from './mine'
import type { RenameInput } from './schema'

/**
 * Takes another handle. The one before stays the member's own: nobody else may have it, or one that looks like it, and its address
 * leads to the new one. Refuses guests, suspended members, a name that is taken, and whoever renamed within the last days.
 */
export async function rename(viewer: Viewer, { handle }: RenameInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessMember(viewer)
  const { id } = viewer
  const done = { id, path: `${myProfilePath(locale)}#${RENAMED}` }
  await holdNames(tx)
  const before = await tx.member.findUniqueOrThrow({ where: { id }, select: { handle: true, handleSkeleton: true } })
  if (before.handle === handle) return done
  refuseIf(await renamedSince(tx, id, now), 'renamedRecently')
  await refuseUnlessFree(tx, handle, 'handle', id)
  const left = { handle: before.handle, skeleton: before.handleSkeleton, changedAt: now }
  await tx.handleChange.create({ data: { id: newId(), memberId: id, ...left }, select: { id: true } })
  await tx.member.update({ where: { id }, data: { handle, handleSkeleton: skeleton(handle) }, select: { id: true } })
  await record(tx, { kind: 'handleChanged', actorId: id, at: now })
  await renderMentionsLater(tx, id, now)
  await changed(tx, await tagsOfEverythingBy(tx, id))
  return done
}
