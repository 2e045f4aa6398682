import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db } from '../db'
import { causeOf, log } from '../log'
import { type Letter, opened } from './post'
import type { Send } from './transport'

const AT_ONCE = 10
// Who takes a letter has this long to send it; then another may. Doubled after each try that failed.
const HOLD_SECONDS = 30

type Taken = { id: string; sealed: Uint8Array }

/** Is it still right to send this letter? Asked anew before each try: what it tells may have been read or hidden meanwhile. */
export type StillWanted = (letter: Letter) => Promise<boolean>

/** Sends what is due, each letter by one process. A crash between sending and deleting sends it once more, never loses it. */
export async function deliver(
  send: Send,
  now = clock(),
  isStillWanted: StillWanted = async () => true,
): Promise<number> {
  const letters = await db().$queryRaw<Taken[]>(Prisma.sql`
    UPDATE "Letter" SET "tries" = "tries" + 1, "dueAt" = ${now}::timestamptz + make_interval(secs => ${HOLD_SECONDS} * (1 << least("tries", 8)))
    WHERE "id" IN (
      SELECT "id" FROM "Letter" WHERE "dueAt" <= ${now} AND "expiresAt" > ${now}
      ORDER BY "dueAt" LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
    ) RETURNING "id", "sealed"`)
  const sent = await Promise.all(letters.map((letter) => deliverOne(letter, send, isStillWanted)))
  return sent.filter(Boolean).length
}

async function deliverOne(taken: Taken, send: Send, isStillWanted: StillWanted): Promise<boolean> {
  const letter = opened(taken)
  try {
    const goes = letter !== undefined && (await isStillWanted(letter))
    if (goes) await send(taken.id, letter)
    if (!letter) log('error', 'a letter does not open: was AUTH_SECRET changed?', { id: taken.id })
    await db().letter.deleteMany({ where: { id: taken.id } })
    return goes
  } catch (error) {
    log('warn', 'a letter could not be sent; it is tried again', { id: taken.id, ...causeOf(error) })
    return false
  }
}
