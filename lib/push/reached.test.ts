import { expect, test } from 'vitest'
import { isReached } from './reached'

const now = new Date('2026-11-21T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const session = { startedAt: minutes(-60), expiresAt: minutes(60), secondFactorAt: null }
const member = { hasSecondFactor: false, suspensions: [] }

test('a browser is reached while its session counts, and not when it owes a second step, was ended by a suspension, or is over', () => {
  const suspended = (at: Date, liftedAt: Date | null = null) => [{ startedAt: at, endsAt: null, liftedAt }]
  for (const [device, expected] of [
    [{ session, member }, true],
    [{ session: { ...session, expiresAt: now }, member }, false],
    [{ session, member: { ...member, hasSecondFactor: true } }, false],
    [{ session: { ...session, secondFactorAt: minutes(-59) }, member: { ...member, hasSecondFactor: true } }, true],
    [{ session, member: { ...member, suspensions: suspended(minutes(-1)) } }, false],
    [{ session, member: { ...member, suspensions: suspended(minutes(-30), minutes(-20)) } }, false],
    [{ session, member: { ...member, suspensions: suspended(minutes(-90), minutes(-80)) } }, true],
  ] as const)
    expect(isReached(device, now)).toBe(expected)
})
