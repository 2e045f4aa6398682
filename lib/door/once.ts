import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import { Refusal } from '../refusal'
import type { Received } from './read'

/** What a write that went through answers, now and every time the same write comes again. */
export type Done = {
  id: string
  path: string
  /** Set where the path leads to another site: what that site is called. */
  leadsTo?: string
  /** For this answer alone: never remembered. */
  cookies?: readonly string[]
}

/**
 * One write, named: through which door, by whom, under which key, with which input. `sameWords` names it by its words alone, so
 * that a private form that was loaded again with a new key does not store them twice.
 */
export type Claim = {
  keyHash: string
  inputHash: string
  door: string
  expiresAt: Date
  sameWords?: Omit<Claim, 'sameWords'>
}

// A cut-off line may need a day (features.md 2.8, idempotency.ttl). Without a key of its own, as on a page that all readers share,
// only a quick repetition of the same words counts as the same write (design, section 6).
const KEYED_MS = 24 * 60 * 60 * 1000
const UNKEYED_MS = 10 * 60 * 1000

type Sender = { viewer: Viewer; network: string; received: Received; now: Date }

export function claimOf(door: string, { viewer, network, received, now }: Sender, input: unknown): Claim {
  const { key } = received
  const inputHash = hash([door, JSON.stringify(input)])
  const named = (parts: string[], life: number) => ({
    keyHash: hash([door, ...parts]),
    inputHash,
    door,
    expiresAt: new Date(now.getTime() + life),
  })
  const sameWords = named([viewer.id ?? network, inputHash], UNKEYED_MS)
  if (!key) return sameWords
  const keyed = [viewer.id ?? 'guest', key.value]
  return key.from === 'header' ? named(keyed, KEYED_MS) : { ...named([...keyed, inputHash], KEYED_MS), sameWords }
}

/** The answer that this write already got, if it did. Refuses a key that was used for something else. */
export async function earlier(
  claim: Claim,
  now: Date,
  through: Tx | ReturnType<typeof db> = db(),
): Promise<Done | undefined> {
  const known = await through.submission.findUnique({
    where: { keyHash: claim.keyHash, expiresAt: { gt: now } },
    select: { inputHash: true, result: true },
  })
  if (!known) return claim.sameWords && earlier(claim.sameWords, now, through)
  if (known.inputHash !== claim.inputHash) throw new Refusal('keyReused')
  return known.result as { id: string; path: string }
}

/**
 * Runs `work` in this transaction unless the same write was stored before, and remembers its answer in the same transaction. A
 * twin that arrives meanwhile waits on the unique key until we commit, and then reads our answer.
 */
export async function once(
  tx: Tx,
  claim: Claim,
  now: Date,
  work: () => Promise<Done>,
): Promise<{ done: Done; isNew: boolean }> {
  if (!(await isFirst(tx, claim, now))) {
    const done = await earlier(claim, now, tx)
    if (done) return { done, isNew: false }
  }
  const { id, path, cookies } = await work()
  const done = { id, path }
  if (claim.sameWords) await isFirst(tx, claim.sameWords, now, done)
  await tx.submission.update({ where: { keyHash: claim.keyHash }, data: { result: done }, select: { keyHash: true } })
  return { done: cookies ? { ...done, cookies } : done, isNew: true }
}

async function isFirst(tx: Tx, claim: Claim, now: Date, result: Done | object = {}): Promise<boolean> {
  const { keyHash, inputHash, door, expiresAt } = claim
  const taken = await tx.$queryRaw<unknown[]>(Prisma.sql`
    INSERT INTO "Submission" ("keyHash", "inputHash", "door", "result", "at", "expiresAt")
    VALUES (${keyHash}, ${inputHash}, ${door}, ${JSON.stringify(result)}::jsonb, ${now}, ${expiresAt})
    ON CONFLICT ("keyHash") DO UPDATE
      SET "inputHash" = EXCLUDED."inputHash", "result" = EXCLUDED."result", "at" = EXCLUDED."at", "expiresAt" = EXCLUDED."expiresAt"
      WHERE "Submission"."expiresAt" <= EXCLUDED."at"
    RETURNING "keyHash"`)
  return taken.length > 0
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
