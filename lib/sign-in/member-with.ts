import 'server-only'
import type { Tx } from '../db'

/** The member who signs in with this address, if there is one. */
export async function memberWith(tx: Tx, address: string): Promise<string | null> {
  const way = await tx.wayIn.findUnique({
    where: { kind_address: { kind: 'email', address } },
    select: { memberId: true },
  })
  return way?.memberId ?? null
}
