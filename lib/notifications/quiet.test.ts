import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterQuiet, isQuiet, wallClock } from './quiet'
import { dayOf, nextRoundUp } from './round-up'
import { zones } from './zones'

const brussels = (quietFrom: number | null, quietTo: number | null) => ({ zone: 'Europe/Brussels', quietFrom, quietTo })
const end = (at: string, quiet: Parameters<typeof afterQuiet>[1]) => afterQuiet(new Date(at), quiet).toISOString()

test('outside the hours, and without any, nothing waits', () => {
  const at = '2026-11-21T12:34:56.789Z'
  expect(end(at, brussels(null, null))).toBe(at)
  expect(end(at, brussels(22, 8))).toBe(at)
  expect(end('2026-11-21T07:00:00.000Z', brussels(22, 8))).toBe('2026-11-21T07:00:00.000Z') // 8:00: it is over
})

test('the hours go over midnight, by the clock on the member’s wall', () => {
  expect(end('2026-11-21T22:30:00Z', brussels(22, 8))).toBe('2026-11-22T07:00:00.000Z')
  expect(end('2026-11-22T03:00:00Z', brussels(22, 8))).toBe('2026-11-22T07:00:00.000Z')
  expect(end('2026-07-21T22:30:00Z', brussels(22, 8))).toBe('2026-07-22T06:00:00.000Z')
  expect(end('2026-11-21T15:00:00Z', { zone: 'Asia/Shanghai', quietFrom: 22, quietTo: 8 })).toBe(
    '2026-11-22T00:00:00.000Z',
  )
  expect(end('2026-11-21T18:15:00Z', { zone: 'Asia/Kathmandu', quietFrom: 0, quietTo: 6 })).toBe(
    '2026-11-22T00:15:00.000Z',
  )
})

test('in the night that loses an hour they end when they say, or right after the hour that is not there', () => {
  // 29 March 2026: at 2:00 the clock goes to 3:00.
  expect(end('2026-03-28T23:30:00Z', brussels(22, 8))).toBe('2026-03-29T06:00:00.000Z')
  expect(end('2026-03-28T23:30:00Z', brussels(23, 2))).toBe('2026-03-29T01:00:00.000Z')
})

test('in the night that has an hour twice they end when they say, the first time it is so', () => {
  // 25 October 2026: at 3:00 the clock goes back to 2:00.
  expect(end('2026-10-24T22:30:00Z', brussels(22, 8))).toBe('2026-10-25T07:00:00.000Z')
  expect(end('2026-10-24T22:30:00Z', brussels(23, 2))).toBe('2026-10-25T00:00:00.000Z')
  expect(end('2026-10-25T00:30:00Z', brussels(2, 3))).toBe('2026-10-25T02:00:00.000Z') // both of them
})

test('whatever the zone, the hours and the instant: it ends outside the hours, not later than it must, and never before now', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...zones), hour, hour, at, (zone, quietFrom, quietTo, now) => {
      fc.pre(quietFrom !== quietTo)
      const quiet = { zone, quietFrom, quietTo }
      const over = afterQuiet(now, quiet)
      expect(isQuiet(over, quiet)).toBe(false)
      expect(over.getTime()).toBeGreaterThanOrEqual(now.getTime())
      if (over > now) expect(isQuiet(new Date(over.getTime() - 60_000), quiet)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('the round-up comes at eight by the member’s clock: every day, or on Mondays, also when the clock changes', () => {
  const next = (after: string, frequency: 'daily' | 'weekly', zone = 'Europe/Brussels') =>
    nextRoundUp(new Date(after), frequency, zone).toISOString()
  expect(next('2026-11-21T06:59:00Z', 'daily')).toBe('2026-11-21T07:00:00.000Z')
  expect(next('2026-11-21T07:00:00Z', 'daily')).toBe('2026-11-22T07:00:00.000Z')
  expect(next('2026-11-21T12:00:00Z', 'weekly')).toBe('2026-11-23T07:00:00.000Z')
  expect(next('2026-03-28T22:45:00Z', 'daily')).toBe('2026-03-29T06:00:00.000Z')
  expect(next('2026-03-28T23:45:00Z', 'daily')).toBe('2026-03-29T06:00:00.000Z')
  expect(next('2026-10-24T22:45:00Z', 'daily')).toBe('2026-10-25T07:00:00.000Z')
  expect(next('2026-11-21T12:00:00Z', 'daily', 'Asia/Shanghai')).toBe('2026-11-22T00:00:00.000Z')
})

test('round-ups of every zone follow each other day by day, none left out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 700 }), (zone, days) => {
      const from = new Date(Date.UTC(2026, 0, 1, 5) + days * 86_400_000)
      const first = nextRoundUp(from, 'daily', zone)
      const second = nextRoundUp(first, 'daily', zone)
      expect(wallClock(first, zone).hour).toBe(8)
      expect(dayOf(second, zone).getTime() - dayOf(first, zone).getTime()).toBe(86_400_000)
    }),
    { numRuns: 200 },
  )
})
