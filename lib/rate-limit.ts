import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db'
import { Refusal } from './refusal'

/** `isRemembered`: once used up, this process refuses without asking the database again. Not for what may be given back. */
export type Allowance = { name: string; points: number; perSeconds: number; isRemembered?: boolean }

const limiters = new Map<string, RateLimiterPostgres>()

/** Takes one from the allowance of `who`, counted in PostgreSQL for all processes together. Refuses with `tooFast`. */
export async function take(allowance: Allowance, who: string) {
  try {
    await limiterOf(allowance).consume(who)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new Refusal('tooFast', {}, Math.max(1, Math.ceil(error.msBeforeNext / 1000)))
  }
}

/** Gives one back: the attempt did not count after all. */
export async function giveBack(allowance: Allowance, who: string) {
  await limiterOf(allowance).reward(who)
}

function limiterOf({ name, points, perSeconds, isRemembered }: Allowance) {
  const known = limiters.get(name)
  if (known) return known
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    ...(isRemembered ? { inMemoryBlockOnConsumed: points + 1, inMemoryBlockDuration: 60 } : {}),
    duration: perSeconds,
  })
  limiters.set(name, limiter)
  return limiter
}
