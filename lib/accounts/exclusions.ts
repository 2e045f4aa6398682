import 'server-only'
import type { Tx } from '../db'
import { refuseIf } from '../refusal'
import { keyedHash } from '../secrets'

type WayIn = { kind: string; address: string | null; subject: string | null }

/** A way in, as it is remembered of somebody who was suspended and erased. */
export function exclusionHash({ kind, address, subject }: WayIn): string {
  return keyedHash('exclusion', `${kind}:${kind === 'email' ? address : subject}`)
}

/**
 * Refuses a new account to a way in whose member was suspended and then had themselves erased, until that suspension would have ended:
 * otherwise leaving would lift it.
 */
export async function refuseIfExcluded(tx: Tx, wayIn: WayIn, now: Date) {
  const excluded = await tx.exclusion.count({ where: { wayInHash: exclusionHash(wayIn), expiresAt: { gt: now } } })
  refuseIf(excluded > 0, 'excluded')
}
