import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { FACTOR_REMOVED, secondStepPath } from '../paths'
import { holdFactors } from './recount'
import { removed } from './removed'
import type { NothingInput } from './schema'

/** Turns the authenticator app off, or leaves it off. */
export async function removeApp(viewer: Viewer, _input: NothingInput, setting: Setting): Promise<Done> {
  const { tx, now, locale } = setting
  refuseUnlessFresh(viewer, now)
  await holdFactors(tx, viewer.id)
  const { count } = await tx.authenticatorApp.deleteMany({ where: { memberId: viewer.id, provenAt: { not: null } } })
  if (count > 0) await removed(viewer, 'app', setting)
  return { id: viewer.id, path: `${secondStepPath(locale)}#${FACTOR_REMOVED}` }
}
