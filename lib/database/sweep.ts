import 'server-only'
import { clock } from '../clock'
import { db } from '../db'
import { causeOf, log } from '../log'

const EVERY_MS = 60 * 60 * 1000
const SOON_MS = 60_000

/** Takes out what has ended: drafts, remembered submissions, sessions, counts of the rate limiter. Says how many rows. */
export async function sweep(now = clock()): Promise<number> {
  const ended = { where: { expiresAt: { lte: now } } }
  const counts = await Promise.all([
    db().draft.deleteMany(ended),
    db().submission.deleteMany(ended),
    db().session.deleteMany(ended),
    db().rateLimit.deleteMany({ where: { expire: { lte: now.getTime() } } }),
  ])
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** Sweeps soon and then every hour, until the returned function is called. A failed sweep is tried again an hour later. */
export function sweepRegularly(): () => void {
  const run = () => void sweep().catch((error) => log('warn', 'the sweep failed', causeOf(error)))
  const soon = setTimeout(run, SOON_MS)
  const often = setInterval(run, EVERY_MS)
  soon.unref()
  often.unref()
  return () => {
    clearTimeout(soon)
    clearInterval(often)
  }
}
