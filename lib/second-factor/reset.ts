import 'server-only'
import type { Tx } from '../db'
import { record } from '../events'
import { recount } from './recount'
import { tell } from './tell'

export type Reset = { passkeys: number; apps: number; codes: number; sessions: number }

/**
 * For the host, at the server's own terminal (`npm run second-factor -- reset HANDLE`): takes every second factor of a member away and ends
 * their sessions, so that they can sign in by e-mail and set up new ones. Nobody else can: it is behind no door. None when there is no such member.
 */
export async function reset(tx: Tx, handle: string, now: Date): Promise<Reset | undefined> {
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } })
  if (!member) return undefined
  const memberId = member.id
  const which = { where: { memberId } }
  const counts = {
    passkeys: (await tx.passkey.deleteMany(which)).count,
    apps: (await tx.authenticatorApp.deleteMany(which)).count,
    codes: (await tx.recoveryCode.deleteMany(which)).count,
    sessions: (await tx.session.deleteMany(which)).count,
  }
  await tx.signInChallenge.deleteMany(which)
  await recount(tx, memberId)
  await record(tx, { kind: 'secondFactorReset', actorId: null, at: now, codes: { member: memberId } })
  await tell(tx, memberId, { what: 'reset', device: { browser: '', system: '' }, now })
  return counts
}
