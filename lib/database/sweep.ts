import 'server-only'
import { clock } from '../clock'
import { db } from '../db'
import { causeOf, log } from '../log'

const DAY_MS = 24 * 60 * 60 * 1000
const EVERY_MS = 60 * 60 * 1000
const SOON_MS = 60_000

/**
 * Takes out what has ended: drafts, remembered submissions, sessions, known devices, beginnings of a sign-in, letters that came too late, counts of the rate limiter, and addresses for an answer after
 * `addressLifeDays`. Says how many rows.
 */
export async function sweep({
  addressLifeDays,
  now = clock(),
}: {
  addressLifeDays: number
  now?: Date
}): Promise<number> {
  const ended = { where: { expiresAt: { lte: now } } }
  const counts = await Promise.all([
    db().draft.deleteMany(ended),
    db().submission.deleteMany(ended),
    db().session.deleteMany(ended),
    db().knownDevice.deleteMany(ended),
    db().signInChallenge.deleteMany(ended),
    db().letter.deleteMany(ended),
    db().rateLimit.deleteMany({ where: { expire: { lte: now.getTime() } } }),
    db().feedback.updateMany({
      where: { replyTo: { not: null }, sentAt: { lte: new Date(now.getTime() - addressLifeDays * DAY_MS) } },
      data: { replyTo: null },
    }),
  ])
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** Sweeps soon and then every hour, until the returned function is called. A failed sweep is tried again an hour later. */
export function sweepRegularly(addressLifeDays: number): () => void {
  const run = () => void sweep({ addressLifeDays }).catch((error) => log('warn', 'the sweep failed', causeOf(error)))
  const soon = setTimeout(run, SOON_MS)
  const often = setInterval(run, EVERY_MS)
  soon.unref()
  often.unref()
  return () => {
    clearTimeout(soon)
    clearInterval(often)
  }
}
