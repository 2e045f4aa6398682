import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { WAY_REMOVED, waysInPath } from '../paths'
import { refuseIf, refuseUnless } from '../refusal'
import { forgetProofs } from '../sign-in/visit'
import { holdWaysIn, waysBesides } from './left'
import type { RemoveWayInput } from './schema'
import { tellOfChange } from './tell'

/** Takes a way in away, never the last one. What was proven with it a moment ago counts no more. */
export async function remove(viewer: Viewer, { way: id }: RemoveWayInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessFresh(viewer, now)
  // A way in that is gone could join anew at once: leaving must not lift a suspension (lib/accounts/exclusions.ts).
  refuseIf(viewer.isSuspended, 'suspended')
  await holdWaysIn(tx, viewer.id)
  const way = await tx.wayIn.findUnique({ where: { id, memberId: viewer.id }, select: { kind: true, address: true } })
  refuseUnless(way, 'notFound')
  refuseUnless((await waysBesides(tx, viewer.id, id)) > 0, 'lastWay')
  await forgetProofs(tx, viewer.id)
  await tx.wayIn.delete({ where: { id }, select: { id: true } })
  await tellOfChange(tx, viewer.id, { change: 'removed', ...way }, now)
  return { id, path: `${waysInPath(locale)}#${WAY_REMOVED}` }
}
