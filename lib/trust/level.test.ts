import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Facts, GRACE_DAYS, isBelow, levelBy, levels, nextStanding, type Standing } from './level'

const DAY_MS = 86_400_000
const start = new Date('2026-11-21T12:00:00Z')
const days = (count: number) => new Date(start.getTime() + count * DAY_MS)

const nothing: Facts = {
  hours: 0,
  days: 0,
  accepted: 0,
  helpfulPosts: 0,
  voters: 0,
  answered: 0,
  recentAnswered: 0,
  recentDays: 0,
  recentVotes: 0,
  recentVoters: 0,
  recentVoteDays: 0,
  recentRemovals: 0,
  recentSuspensions: 0,
}
const regular: Facts = { ...nothing, hours: 480, days: 20, accepted: 1, helpfulPosts: 3, voters: 3, answered: 3 }
const trusted: Facts = {
  ...regular,
  hours: 4800,
  days: 200,
  accepted: 5,
  recentAnswered: 10,
  recentDays: 15,
  recentVotes: 20,
  recentVoters: 5,
  recentVoteDays: 7,
}

test('a new member becomes a member by an outcome and a day, not by one of them', () => {
  expect(levelBy({ ...nothing, accepted: 1, hours: 23 })).toBe('new')
  expect(levelBy({ ...nothing, hours: 2400, helpfulPosts: 2 })).toBe('new')
  expect(levelBy({ ...nothing, hours: 24, accepted: 1 })).toBe('member')
  expect(levelBy({ ...nothing, hours: 24, helpfulPosts: 3 })).toBe('member')
})

test('a higher level takes what the lower ones take too', () => {
  expect(levelBy(regular)).toBe('regular')
  expect(levelBy(trusted)).toBe('trusted')
  expect(levelBy({ ...trusted, answered: 2 })).toBe('member')
  expect(levelBy({ ...trusted, recentRemovals: 6 })).toBe('member')
})

test('a level goes up at once, and down after two weeks below nine tenths of a mark', () => {
  const up = nextStanding({ level: 'new', belowSince: null }, trusted, start)
  expect(up).toEqual({ level: 'trusted', belowSince: null })
  const less = { ...trusted, recentVotes: 17 }
  const warned = nextStanding(up, less, days(1))
  expect(warned).toEqual({ level: 'trusted', belowSince: days(1) })
  expect(nextStanding(warned, less, days(GRACE_DAYS))).toEqual(warned)
  expect(nextStanding(warned, less, days(1 + GRACE_DAYS))).toEqual({ level: 'regular', belowSince: null })
})

test('between nine tenths and the whole of a mark nothing changes, and who makes up for it keeps the level', () => {
  const standing: Standing = { level: 'trusted', belowSince: null }
  expect(nextStanding(standing, { ...trusted, recentVotes: 18 }, start)).toEqual(standing)
  const warned = nextStanding(standing, { ...trusted, recentVotes: 17 }, start)
  expect(nextStanding(warned, { ...trusted, recentVotes: 18 }, days(13))).toEqual(standing)
})

test('a suspension takes the level at once', () => {
  const standing: Standing = { level: 'trusted', belowSince: null }
  expect(nextStanding(standing, { ...trusted, recentSuspensions: 1 }, start).level).toBe('member')
})

test('whatever the facts, a level falls only after the grace without an end, and counting again changes nothing', () => {
  const some = (max: number) => fc.nat({ max })
  const facts = fc.record<Facts>({
    hours: some(5000),
    days: some(300),
    accepted: some(8),
    helpfulPosts: some(5),
    voters: some(6),
    answered: some(5),
    recentAnswered: some(14),
    recentDays: some(20),
    recentVotes: some(30),
    recentVoters: some(8),
    recentVoteDays: some(10),
    recentRemovals: some(8),
    recentSuspensions: fc.constant(0),
  })
  fc.assert(
    fc.property(fc.constantFrom(...levels), fc.array(facts, { minLength: 2, maxLength: 40 }), (level, weather) => {
      let standing: Standing = { level, belowSince: null }
      weather.forEach((today, nth) => {
        const next = nextStanding(standing, today, days(nth))
        if (isBelow(next.level, standing.level)) {
          expect(days(nth).getTime() - (standing.belowSince?.getTime() ?? Number.NaN)).toBeGreaterThanOrEqual(
            GRACE_DAYS * DAY_MS,
          )
        }
        expect(nextStanding(next, today, days(nth)).level).toBe(next.level)
        standing = next
      })
    }),
    { numRuns: 2_000 },
  )
})
