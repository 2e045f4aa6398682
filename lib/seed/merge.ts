import type { Tx } from '../db'
import { newId } from '../ids'

/** A row of the project's own content, as the database has it. */
export type Kept = { id: string; contentHash: string; editedAt: Date | null }
export type Fresh = { key: string; contentHash: string; proposed: unknown }

/** What to do with a row of the seed: make it, bring it up to date, leave it, or ask a person because a person has edited it. */
export function verdict(kept: Kept | undefined, contentHash: string): 'make' | 'update' | 'leave' | 'ask' {
  if (!kept) return 'make'
  if (kept.contentHash === contentHash) return 'leave'
  return kept.editedAt ? 'ask' : 'update'
}

/** Notes that the project now says something else than a person wrote here. The person's version stays. */
export async function ask(tx: Tx, what: string, { key, proposed }: Omit<Fresh, 'contentHash'>, now: Date) {
  const said = { proposed: proposed as object, noticedAt: now }
  await tx.seedDifference.upsert({
    where: { what_key: { what, key } },
    create: { id: newId(), what, key, ...said },
    update: said,
    select: { id: true },
  })
}
