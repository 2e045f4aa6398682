import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { CODES, FACTOR_ADDED, secondStepPath } from '../paths'
import { recount } from './recount'
import { makeCodes } from './recovery-codes'
import { tell } from './tell'

/**
 * What follows when a factor has been added and proven: it is told, this session counts as proven, and with the first one come the
 * recovery codes. Returns where the member reads on. Every other session of theirs owes its second step from now on.
 */
export async function added(viewer: MemberViewer, factor: 'passkey' | 'app', setting: Setting): Promise<string> {
  const { tx, now, locale, device } = setting
  await recount(tx, viewer.id)
  if (viewer.session) await tx.session.updateMany({ where: { id: viewer.session.id }, data: { secondFactorAt: now } })
  await record(tx, { kind: 'secondFactorAdded', actorId: viewer.id, at: now, codes: { factor } })
  const what = factor === 'passkey' ? 'passkeyAdded' : 'appAdded'
  await tell(tx, viewer.id, { what, device: device(), now })
  const hasCodes = (await tx.recoveryCode.count({ where: { memberId: viewer.id } })) > 0
  if (!hasCodes) await makeCodes(viewer, setting)
  return `${secondStepPath(locale)}#${hasCodes ? FACTOR_ADDED : CODES}`
}
