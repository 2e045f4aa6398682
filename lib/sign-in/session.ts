import 'server-only'
import type { Tx } from '../db'
import { record } from '../events'
import { newId } from '../ids'
import { newToken, tokenHash } from '../secrets'
import { SESSION_DAYS } from './schema'

const DAY_MS = 24 * 60 * 60 * 1000

// A second tap on the same button, from the same browser, gets what the first one got.
const AGAIN_MS = 60_000

export function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < AGAIN_MS
}

/** Opens a session and returns its token, of which only the hash is kept. */
export async function openSession(tx: Tx, memberId: string, now: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS)
  await tx.session.create({
    data: { id: newId(), tokenHash: tokenHash(token), memberId, startedAt: now, expiresAt },
    select: { id: true },
  })
  await record(tx, { kind: 'signedIn', actorId: memberId, at: now })
  return token
}
