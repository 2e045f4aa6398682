import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { log } from '../log'

/** Tries whose end nobody knows: a letter that may have left twice does not leave a third time. */
export const OPEN_MAX = 2
/** Days for which a letter that was given up is kept, for an administrator to see why. */
export const GIVEN_UP_DAYS = 30

/** Its link and code are over with its time: nothing is left to send, and nothing to keep. */
const OVER_WITH_ITS_TIME = 'signIn'
const NOTHING = new Uint8Array()

/**
 * Gives up letters that were tried and came to their end, and those that may have left twice: kept with the reason, and never tried
 * again by themselves. Letters that nobody could try in time end in silence (lib/database/sweep.ts).
 */
export async function giveUpEnded(now: Date) {
  const given = await db().$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE "Letter" SET "failedAt" = ${now}, "failure" = CASE WHEN "open" >= ${OPEN_MAX} THEN 'unknown' ELSE coalesce("failure", 'late') END
    WHERE "failedAt" IS NULL AND (
      ("expiresAt" <= ${now} AND "tries" > 0) OR ("open" >= ${OPEN_MAX} AND "dueAt" <= ${now})
    ) RETURNING "id"`)
  for (const { id } of given) log('error', 'a letter was given up', { id })
  await db().letter.updateMany({
    where: { failedAt: { not: null }, template: OVER_WITH_ITS_TIME, NOT: { sealed: NOTHING } },
    data: { sealed: NOTHING },
  })
}

/** May it be tried again? Not where what it held is over. */
export function mayTryAgain({ template }: { template: string }): boolean {
  return template !== OVER_WITH_ITS_TIME
}
