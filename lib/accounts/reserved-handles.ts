import 'server-only'
import { clock } from '../clock'
import type { Tx } from '../db'
import { keyedHash } from '../secrets'

/** How a name looks, as it is remembered of somebody who was erased: equal for look-alikes, and nobody can read it. */
export function reservationOf(skeleton: string): string {
  return keyedHash('reserved handle', skeleton)
}

/** Did somebody who was erased have a handle that looks like this, not long ago? */
export async function isReservedFor(tx: Tx, skeleton: string): Promise<boolean> {
  const where = { skeletonHash: reservationOf(skeleton), expiresAt: { gt: clock() } }
  return (await tx.reservedHandle.count({ where })) > 0
}
