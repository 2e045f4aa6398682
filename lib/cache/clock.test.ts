import { expect, test } from 'vitest'
import { changedSince, expire, expireEverything, newClock } from './clock'

test('a change is seen by what was begun before it and carries its tag', () => {
  const clock = newClock()
  const before = clock.tick
  expire(['post:1'], clock)

  expect(changedSince(before, ['post:1', 'post:2'], clock)).toBe(true)
  expect(changedSince(before, ['post:2'], clock)).toBe(false)
  expect(changedSince(clock.tick, ['post:1'], clock)).toBe(false)
})

test('expiring everything is a change of every tag, also of those never named', () => {
  const clock = newClock()
  const before = clock.tick
  expireEverything(clock)

  expect(changedSince(before, [], clock)).toBe(true)
})

test('a flood of tags does not grow the clock, and still expires them', () => {
  const clock = newClock()
  const before = clock.tick
  for (let nth = 0; nth < 120; nth += 1)
    expire(
      Array.from({ length: 1_000 }, (_, one) => `post:${nth * 1_000 + one}`),
      clock,
    )

  expect(clock.tags.size).toBeLessThanOrEqual(50_000)
  expect(changedSince(before, ['post:7'], clock)).toBe(true)
})
