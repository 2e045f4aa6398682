import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db } from '../db'
import { causeOf, log } from '../log'
import { giveUpEnded, OPEN_MAX } from './given-up'
import { NotSent } from './not-sent'
import { type Letter, opened } from './post'
import type { Send } from './transport'

const AT_ONCE = 10
// Who takes a letter has this long to send it; then another may. Doubled after each try that failed.
// Longer than all of SMTP's waiting times (transport.ts), so that no second process sends it meanwhile.
const HOLD_SECONDS = 120
// About four hours after the first try: whatever fails for so long needs a person.
export const TRIES_MAX = 8

type Taken = { id: string; sealed: Uint8Array; tries: number }

/** Is it still right to send this letter? Asked anew before each try: what it tells may have been read or hidden meanwhile. An instant: not before it. */
export type StillWanted = (letter: Letter, now: Date) => Promise<boolean | Date>

/**
 * Sends what is due, each letter by one process; those first for which somebody sits waiting. That a try began is noted before it, and that it ended after it: a crash in between
 * sends a letter once more, however often it happens, and never loses one without a word (lib/mail/given-up.ts).
 */
export async function deliver(
  send: Send,
  now = clock(),
  isStillWanted: StillWanted = async () => true,
): Promise<number> {
  await giveUpEnded(now)
  const letters = await db().$queryRaw<Taken[]>(Prisma.sql`
    UPDATE "Letter" SET "tries" = "tries" + 1, "open" = "open" + 1,
      "dueAt" = ${now}::timestamptz + make_interval(secs => ${HOLD_SECONDS} * (1 << least("tries", 8)))
    WHERE "id" IN (
      SELECT "id" FROM "Letter" WHERE "dueAt" <= ${now} AND "expiresAt" > ${now} AND "failedAt" IS NULL AND "open" < ${OPEN_MAX}
      ORDER BY ("template" IN ('signIn', 'newAddress')) DESC, "dueAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) RETURNING "id", "sealed", "tries"`)
  const sent = await Promise.all(letters.map((letter) => deliverOne(letter, send, now, isStillWanted)))
  return sent.filter(Boolean).length
}

async function deliverOne(taken: Taken, send: Send, now: Date, isStillWanted: StillWanted): Promise<boolean> {
  const { id } = taken
  try {
    const letter = opened(taken)
    if (!letter) {
      log('error', 'a letter does not open: was AUTH_SECRET changed?', { id })
      return await done(id, false)
    }
    const wanted = await isStillWanted(letter, now)
    if (wanted instanceof Date) return await postpone(id, wanted, now)
    return await done(id, wanted && (await isTaken(letter, id, send, now)))
  } catch (error) {
    return failed(taken, error, now)
  }
}

// Sends it. What an address does not take for good is over too; one that takes letters again is refused no more.
async function isTaken(letter: Letter, id: string, send: Send, now: Date): Promise<boolean> {
  const way = { kind: 'email', address: letter.to } as const
  try {
    await send(id, letter)
  } catch (error) {
    if (!(error instanceof NotSent) || error.how !== 'refused') throw error
    log('warn', 'a mail server refuses an address for good', { id, what: error.what })
    await db().wayIn.updateMany({ where: { ...way, refusedAt: null }, data: { refusedAt: now } })
    return false
  }
  await db().wayIn.updateMany({ where: { ...way, refusedAt: { not: null } }, data: { refusedAt: null } })
  return true
}

async function done(id: string, isSent: boolean): Promise<boolean> {
  await db().letter.deleteMany({ where: { id } })
  return isSent
}

async function postpone(id: string, until: Date, now: Date): Promise<boolean> {
  const waits = until.getTime() - now.getTime()
  await db().$executeRaw`
    UPDATE "Letter" SET "open" = "open" - 1, "tries" = "tries" - 1, "dueAt" = ${until},
      "expiresAt" = "expiresAt" + make_interval(secs => ${waits / 1000}) WHERE "id" = ${id}::uuid`
  return false
}

async function failed({ id, tries }: Taken, error: unknown, now: Date): Promise<boolean> {
  const { cause = '', code = '' } = causeOf(error)
  const failure = error instanceof NotSent ? error.what : `${cause} ${code}`.trim()
  const isOver = tries >= TRIES_MAX
  log('warn', 'a letter could not be sent', { id, tries, failure, isGivenUp: isOver })
  // A database that is away now leaves the try open: it counts as one of which nobody knows the end.
  const isKnown = !(error instanceof NotSent && error.how === 'unknown')
  const known = isKnown ? { open: { decrement: 1 } } : {}
  await db()
    .letter.updateMany({ where: { id }, data: { ...known, failure, ...(isOver ? { failedAt: now } : {}) } })
    .catch((reason: unknown) => log('warn', 'how a try to send ended could not be noted', { id, ...causeOf(reason) }))
  return false
}
