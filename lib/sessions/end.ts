import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { forgetProofs } from '../sign-in/visit'

/**
 * Ends sessions of this member: whoever holds one is a guest at their next request. Sign-ins that have just been proven go too,
 * because for a minute they would open another session to a second tap. Says how many ended.
 */
export async function end(
  viewer: MemberViewer,
  which: { id?: string | { not: string } },
  { tx, now }: Setting,
): Promise<number> {
  await forgetProofs(tx, viewer.id)
  const { count } = await tx.session.deleteMany({ where: { memberId: viewer.id, ...which } })
  if (count > 0) await record(tx, { kind: 'sessionsEnded', actorId: viewer.id, at: now, codes: { count } })
  return count
}
