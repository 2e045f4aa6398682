import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { FACTOR_REMOVED, secondStepPath } from '../paths'
import { refuseIf } from '../refusal'
import { holdFactors } from './recount'
import { removed } from './removed'
import type { RemovePasskeyInput } from './schema'

/** Removes one passkey of the viewer's own. Somebody else's does not exist. */
export async function removePasskey(viewer: Viewer, { passkey }: RemovePasskeyInput, setting: Setting): Promise<Done> {
  const { tx, now, locale } = setting
  refuseUnlessFresh(viewer, now)
  await holdFactors(tx, viewer.id)
  const { count } = await tx.passkey.deleteMany({ where: { id: passkey, memberId: viewer.id } })
  refuseIf(count === 0, 'notFound')
  await removed(viewer, 'passkey', setting)
  return { id: passkey, path: `${secondStepPath(locale)}#${FACTOR_REMOVED}` }
}
