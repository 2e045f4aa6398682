import 'server-only'
import { clock } from '../clock'
import { db } from '../db'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Takes out what has ended: drafts, remembered submissions, sessions, known devices, beginnings of a sign-in and of a second factor, visits to
 * providers, letters and pushes that came too late, copies of members' data, what was remembered of members who left, counts of the rate
 * limiter, addresses for an answer after `addressLifeDays`, notifications after `notificationLifeDays`, letters that were given up after
 * `givenUpDays`, and what is noted of round-ups after `digestDays`. Says how many rows.
 */
export async function sweep({
  addressLifeDays,
  notificationLifeDays,
  givenUpDays,
  digestDays,
  now = clock(),
}: {
  addressLifeDays: number
  notificationLifeDays: number
  givenUpDays: number
  digestDays: number
  now?: Date
}): Promise<number> {
  const ended = { where: { expiresAt: { lte: now } } }
  const counts = await Promise.all([
    db().draft.deleteMany(ended),
    db().submission.deleteMany(ended),
    db().session.deleteMany(ended),
    db().knownDevice.deleteMany(ended),
    db().signInChallenge.deleteMany(ended),
    db().passkeyChallenge.deleteMany(ended),
    db().authenticatorApp.deleteMany(ended),
    db().recoverySheet.deleteMany(ended),
    db().providerVisit.deleteMany(ended),
    db().newAddress.deleteMany(ended),
    db().letter.deleteMany({ where: { failedAt: null, tries: 0, ...ended.where } }),
    db().letter.deleteMany({ where: { failedAt: { lte: daysBefore(now, givenUpDays) } } }),
    db().push.deleteMany(ended),
    db().digest.deleteMany({ where: { madeAt: { lte: daysBefore(now, digestDays) } } }),
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
