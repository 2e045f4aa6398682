import 'server-only'
import { CURATORS, seedCurators } from '../accounts/curators'
import { tags } from '../cache/tags'
import { clock } from '../clock'
import type { Tx } from '../db'
import { changed, write } from '../write'
import { seedGuides } from './guides'
import { seedLedger } from './ledger'
import { seedStarters } from './starters'

// One starts at a time; the others look again, and then find nothing to do.
const ONE_AT_A_TIME = 7_243_001
const AGAIN_MS = 300
// A notice of PostgreSQL holds under 8,000 bytes.
const PER_NOTICE = 200
// A slow database shall not keep the site from starting.
const SEED_MS = 120_000

/**
 * Brings the project's own content (prisma/seed) into the database, at every start: by stable key and content hash, so that a second
 * start changes nothing. A row that a person has edited is never overwritten; the difference becomes a SeedDifference.
 */
export async function seed(now = clock()): Promise<number> {
  for (;;) {
    const count = await write((tx) => seedOnce(tx, now), { timeoutMs: SEED_MS })
    if (count !== 'busy') return count
    await new Promise((again) => setTimeout(again, AGAIN_MS))
  }
}

async function seedOnce(tx: Tx, now: Date): Promise<number | 'busy'> {
  const [lock] = await tx.$queryRaw<
    { isMine: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${ONE_AT_A_TIME}) AS "isMine"`
  if (!lock?.isMine) return 'busy'
  await seedCurators(tx, now)
  const facts = await seedLedger(tx, now)
  const guides = await seedGuides(tx, now)
  const starters = await seedStarters(tx, now)
  if (facts > 0) await changed(tx, [tags.ledger, tags.guides])
  else if (guides > 0) await changed(tx, [tags.guides])
  if (guides + starters.length > 0) await changed(tx, [tags.member(CURATORS.id)])
  if (starters.length > 0) await changed(tx, [tags.questions])
  for (let from = 0; from < starters.length; from += PER_NOTICE)
    await changed(tx, starters.slice(from, from + PER_NOTICE).map(tags.question))
  return facts + guides + starters.length
}
