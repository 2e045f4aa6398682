import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { recount, refuseUnlessEnoughIsLeft } from './recount'
import { tell } from './tell'

/** What follows when a factor has been removed; refuses when it was one too many, and with that takes it back. */
export async function removed(viewer: MemberViewer, factor: 'passkey' | 'app', { tx, now, device }: Setting) {
  await refuseUnlessEnoughIsLeft(tx, viewer.id)
  await recount(tx, viewer.id)
  await record(tx, { kind: 'secondFactorRemoved', actorId: viewer.id, at: now, codes: { factor } })
  await tell(tx, viewer.id, { what: factor === 'passkey' ? 'passkeyRemoved' : 'appRemoved', device: device(), now })
}
