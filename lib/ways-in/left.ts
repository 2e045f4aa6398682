import 'server-only'
import type { Tx } from '../db'
import { configuredProviders } from '../providers/configured'

/** Holds this member's ways in until the transaction ends: two removals at once would each see the other's way still there. */
export async function holdWaysIn(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`
}

/**
 * How many ways in a member has besides this one, of which each opens the account by itself and today: a provider that is no longer
 * offered here opens nothing. Every table that holds ways in is counted here; the ways must be held.
 */
export async function waysBesides(tx: Tx, memberId: string, id: string): Promise<number> {
  const usable = configuredProviders().map(({ name, issuer }) => ({
    kind: name,
    subject: { startsWith: `${issuer} ` },
  }))
  return tx.wayIn.count({ where: { memberId, id: { not: id }, OR: [{ kind: 'email' }, ...usable] } })
}
