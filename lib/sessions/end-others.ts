import 'server-only'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { SESSIONS_ENDED, sessionsPath } from '../paths'
import { Refusal } from '../refusal'
import { end } from './end'
import type { EndSessionsInput } from './schema'

/** Ends every session of the viewer but this one. Needs no fresh proof: whoever finds a stranger in the list must be quick. */
export async function endOthers(viewer: Viewer, _input: EndSessionsInput, setting: Setting): Promise<Done> {
  if (viewer.id === null || !viewer.session) throw new Refusal('signInFirst')
  await end(viewer, { id: { not: viewer.session.id } }, setting)
  return { id: viewer.id, path: `${sessionsPath(setting.locale)}#${SESSIONS_ENDED}` }
}
