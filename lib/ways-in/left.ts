import 'server-only'
import type { Tx } from '../db'
import { configuredProviders } from '../providers/configured'
import { relyingParty } from '../second-factor/relying-party'

/** Holds this member's ways in until the transaction ends: two removals at once would each see the other's way still there. */
export async function holdWaysIn(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`
}

/**
 * How many ways in a member has (besides one of them), of which each opens the account by itself and today: a provider that is no
 * longer offered here opens nothing, nor does a passkey where browsers refuse them. The ways must be held.
 */
export async function waysBesides(tx: Tx, memberId: string, id?: string): Promise<number> {
  const usable = configuredProviders().map(({ name, issuer }) => ({
    kind: name,
    subject: { startsWith: `${issuer} ` },
  }))
  const ways = await tx.wayIn.count({
    where: { memberId, ...(id ? { id: { not: id } } : {}), OR: [{ kind: 'email' }, ...usable] },
  })
  const passkeys = relyingParty() ? await tx.passkey.count({ where: { memberId } }) : 0
  return ways + passkeys
}
