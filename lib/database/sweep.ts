import 'server-only'
import { clock } from '../clock'
import { db } from '../db'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Takes out what has ended: drafts, remembered submissions, sessions, known devices, beginnings of a sign-in, letters that came too late,
 * copies of members' data, what was remembered of members who left, counts of the rate limiter, addresses for an answer after `addressLifeDays`, and notifications after `notificationLifeDays`. Says how many rows.
 */
export async function sweep({
  addressLifeDays,
  notificationLifeDays,
  now = clock(),
}: {
  addressLifeDays: number
  notificationLifeDays: number
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
    db().export.deleteMany(ended),
    db().exclusion.deleteMany(ended),
    db().reservedHandle.deleteMany(ended),
    db().notification.deleteMany({ where: { madeAt: { lte: daysBefore(now, notificationLifeDays) } } }),
    db().rateLimit.deleteMany({ where: { expire: { lte: now.getTime() } } }),
    db().feedback.updateMany({
      where: { replyTo: { not: null }, sentAt: { lte: daysBefore(now, addressLifeDays) } },
      data: { replyTo: null },
    }),
  ])
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}
