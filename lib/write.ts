import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { expire } from './cache/clock'
import { CHANGES, noticeArrives } from './cache/notices'
import { db, type Tx } from './db'
import { newId } from './ids'

const TRIES = 3
const WAIT_MS = 5_000
const TRANSACTION_MS = 8_000

type Told = { tags: readonly string[]; arrival: Promise<void> }
const told = new WeakMap<Tx, Told[]>()

/**
 * One transaction. Work may run again after a deadlock or a serialization failure, so it must do nothing but write.
 * When it returns, this process shows the change, and so does every other that hears PostgreSQL (lib/cache/notices.ts).
 */
export async function write<T>(work: (tx: Tx) => Promise<T>, { timeoutMs = TRANSACTION_MS } = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOnce(work, timeoutMs)
    } catch (error) {
      if (attempt === TRIES || !isCollision(error)) throw error
    }
  }
}

// PostgreSQL takes notices of fewer than 8,000 bytes (NOTIFY); our tags are ASCII and at most 50 characters long.
const TAGS_PER_NOTICE = 120

/** Says inside the transaction that what carries these tags is out of date from its commit on. */
export async function changed(tx: Tx, tags: readonly string[]) {
  const each = [...new Set(tags)]
  for (let from = 0; from < each.length; from += TAGS_PER_NOTICE)
    await notify(tx, each.slice(from, from + TAGS_PER_NOTICE))
}

async function notify(tx: Tx, tags: readonly string[]) {
  const id = newId()
  told.set(tx, [...(told.get(tx) ?? []), { tags, arrival: noticeArrives(id) }])
  await tx.$queryRaw`SELECT pg_notify(${CHANGES}, ${JSON.stringify({ id, tags })})::text`
}

async function writeOnce<T>(work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  let notices: Told[] = []
  const result = await db().$transaction(
    async (tx) => {
      const value = await work(tx)
      notices = told.get(tx) ?? []
      return value
    },
    { maxWait: WAIT_MS, timeout },
  )
  expire(notices.flatMap(({ tags }) => tags))
  await Promise.all(notices.map(({ arrival }) => arrival))
  return result
}

/** P2034, or the driver's own 40001 and 40P01: nothing was stored, and trying again is right. */
function isCollision(error: unknown) {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true
  return /\b(40001|40P01)\b/.test(JSON.stringify(error instanceof Error ? { ...error, message: error.message } : null))
}
