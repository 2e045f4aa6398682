import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { SIGNED_OUT, signInPath } from '../paths'
import { noSessionCookies } from '../sign-in/cookies'
import { end } from './end'
import type { EndSessionsInput } from './schema'

/** Ends every session of the viewer, this one too. Whoever holds a borrowed phone must not be able to, so it needs a fresh proof. */
export async function endEverywhere(viewer: Viewer, _input: EndSessionsInput, setting: Setting): Promise<Done> {
  refuseUnlessFresh(viewer, setting.now)
  await end(viewer, {}, setting)
  return { id: viewer.id, path: `${signInPath(setting.locale)}#${SIGNED_OUT}`, cookies: noSessionCookies() }
}
