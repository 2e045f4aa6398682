import 'server-only'
import type { Tx } from '../db'

/** Every address of a member, the oldest first: a warning goes to all of them. */
export async function addressesOf(tx: Tx, memberId: string): Promise<string[]> {
  const ways = await tx.wayIn.findMany({
    where: { memberId, kind: 'email' },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { address: true },
  })
  return ways.flatMap(({ address }) => (address ? [address] : []))
}
