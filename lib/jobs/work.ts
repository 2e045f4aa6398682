import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db } from '../db'
import { causeOf, log } from '../log'

/** How each kind of work is done. `subject` is what stands behind the kind in its key. Done twice, it must do no more than once. */
export type Trades = Readonly<Record<string, (subject: string, now: Date) => Promise<void>>>

const AT_ONCE = 5
// Who takes a piece of work has this long for it; then another may. Doubled after each try that failed.
const HOLD_SECONDS = 60
// About two hours after the first try: whatever fails for so long needs a person.
const TRIES_MAX = 8

type Taken = { id: string; kind: string; key: string; tries: number }

/** Does what is due, each piece by one process, the oldest first. Says how many pieces were done. */
export async function work(trades: Trades, now = clock()): Promise<number> {
  let done = 0
  for (;;) {
    const taken = await take(now)
    const ended = await Promise.all(taken.map((job) => workOne(trades, job, now)))
    done += ended.filter(Boolean).length
    if (taken.length < AT_ONCE) return done
  }
}

function take(now: Date): Promise<Taken[]> {
  return db().$queryRaw<Taken[]>(Prisma.sql`
    UPDATE "Job" SET "tries" = "tries" + 1, "dueAt" = ${now}::timestamptz + make_interval(secs => ${HOLD_SECONDS} * (1 << least("tries", 8)))
    WHERE "id" IN (
      SELECT "id" FROM "Job" WHERE "dueAt" <= ${now} AND "failedAt" IS NULL
      ORDER BY "dueAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) RETURNING "id", "kind", "key", "tries"`)
}

async function workOne(trades: Trades, { id, kind, key, tries }: Taken, now: Date): Promise<boolean> {
  try {
    if (tries > TRIES_MAX) throw new Error('it ended the process each time')
    const trade = trades[kind]
    if (!trade) throw new Error(`nobody knows how to do ${kind}`)
    await trade(key.slice(kind.length + 1), now)
    await db().job.deleteMany({ where: { id } })
    return true
  } catch (error) {
    const cause = causeOf(error)
    log('warn', 'work in the background failed', { kind, tries, ...cause })
    if (tries >= TRIES_MAX) await giveUp(id, cause, now)
    return false
  }
}

/** A dead letter: kept, seen by the doctor, and never tried again by itself. */
async function giveUp(id: string, { cause = '', code = '' }: Record<string, string | undefined>, now: Date) {
  const failure = `${cause} ${code}`.trim()
  await db().job.updateMany({ where: { id }, data: { failedAt: now, failure } })
  log('error', 'work in the background was given up', { id })
}
