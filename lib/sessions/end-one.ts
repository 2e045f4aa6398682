import 'server-only'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { SESSIONS_ENDED, sessionsPath } from '../paths'
import { refuseIf, refuseUnless } from '../refusal'
import { end } from './end'
import type { EndSessionInput } from './schema'

/** Ends one session of the viewer's own, also a suspended one's. Somebody else's does not exist. */
export async function endOne(viewer: Viewer, { session }: EndSessionInput, setting: Setting): Promise<Done> {
  refuseIf(viewer.id === null, 'signInFirst')
  refuseUnless(viewer.id !== null && (await end(viewer, { id: session }, setting)) === 1, 'notFound')
  return { id: session, path: `${sessionsPath(setting.locale)}#${SESSIONS_ENDED}` }
}
