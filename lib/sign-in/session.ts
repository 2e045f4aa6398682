import 'server-only'
import { sessionCookieName } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Setting } from '../door'
import { record } from '../events'
import { newId } from '../ids'
import { refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { meetDevice } from './known-device'
import { SESSION_DAYS, SESSIONS_MAX } from './schema'

const DAY_MS = 24 * 60 * 60 * 1000

// A second tap on the same button, from the same browser, gets what the first one got.
const AGAIN_MS = 60_000

export function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < AGAIN_MS
}

/**
 * Opens a session in the place of the one that this browser held, and returns its token, of which only the hash is kept. A device
 * that is new to the member is told in a letter, except at the sign-in that makes the account.
 */
export async function openSession(tx: Tx, memberId: string, setting: Setting, isNewcomer = false): Promise<string> {
  const { now, cookie, device } = setting
  await refuseIfErased(tx, memberId)
  const held = cookie(sessionCookieName())
  if (held) await tx.session.deleteMany({ where: { tokenHash: tokenHash(held) } })
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS)
  await tx.session.create({
    data: {
      id: newId(),
      tokenHash: tokenHash(token),
      memberId,
      ...device(),
      startedAt: now,
      lastUsedAt: now,
      expiresAt,
    },
    select: { id: true },
  })
  await endLeastUsed(tx, memberId)
  await meetDevice(tx, memberId, setting, isNewcomer)
  await record(tx, { kind: 'signedIn', actorId: memberId, at: now })
  return token
}

// Waits for whoever is erasing this member at this moment, so that nothing is left to them afterwards.
async function refuseIfErased(tx: Tx, memberId: string) {
  const there = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Member" WHERE id = ${memberId}::uuid AND "erasedAt" IS NULL FOR SHARE`
  refuseUnless(there.length === 1, 'signInEnded')
}

async function endLeastUsed(tx: Tx, memberId: string) {
  const spare = await tx.session.findMany({
    where: { memberId },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    skip: SESSIONS_MAX,
    select: { id: true },
  })
  if (spare.length > 0) await tx.session.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } })
}
