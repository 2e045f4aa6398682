import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import { Refusal } from '../refusal'
import type { Received } from './read'

/** What a write that went through answers, now and every time the same write comes again. */
export type Done = { id: string; path: string }

/** One write, named: by whom, through which door, under which key, with which input. */
export type Claim = { keyHash: string; inputHash: string; door: string; expiresAt: Date }

// A cut-off line may need a day (features.md 2.8, idempotency.ttl); a form on a page that all readers share has no key of its
// own, so there only a quick repetition of the same words counts as the same write (design, section 6).
const KEYED_MS = 24 * 60 * 60 * 1000
const UNKEYED_MS = 10 * 60 * 1000

export function claimOf(
  door: string,
  { viewer, network, received, now }: { viewer: Viewer; network: string; received: Received; now: Date },
  input: unknown,
): Claim {
  const inputHash = hash([door, JSON.stringify(input)])
  const { key } = received
  const who = viewer.id ?? (key ? 'guest' : network)
  const named = key?.from === 'header' ? [key.value] : [key?.value ?? '', inputHash]
  const life = key ? KEYED_MS : UNKEYED_MS
  return { keyHash: hash([door, who, ...named]), inputHash, door, expiresAt: new Date(now.getTime() + life) }
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
  if (!known) return undefined
  if (known.inputHash !== claim.inputHash) throw new Refusal('keyReused')
  return known.result as Done
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
  const done = await work()
  await tx.submission.update({ where: { keyHash: claim.keyHash }, data: { result: done }, select: { keyHash: true } })
  return { done, isNew: true }
}

async function isFirst(tx: Tx, { keyHash, inputHash, door, expiresAt }: Claim, now: Date): Promise<boolean> {
  const taken = await tx.$queryRaw<unknown[]>(Prisma.sql`
    INSERT INTO "Submission" ("keyHash", "inputHash", "door", "result", "at", "expiresAt")
    VALUES (${keyHash}, ${inputHash}, ${door}, '{}', ${now}, ${expiresAt})
    ON CONFLICT ("keyHash") DO UPDATE
      SET "inputHash" = EXCLUDED."inputHash", "at" = EXCLUDED."at", "expiresAt" = EXCLUDED."expiresAt"
      WHERE "Submission"."expiresAt" <= EXCLUDED."at"
    RETURNING "keyHash"`)
  return taken.length > 0
}

function hash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
