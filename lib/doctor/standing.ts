import type pg from 'pg'
import { BADGE_DIFFERENCES } from '../badges/due'
import { FACTS, type Known } from '../trust/facts'
import { nextStanding } from '../trust/level'

type Client = { query: pg.ClientBase['query'] }

// The daily count comes after at most a day; two hours more for a server that was started again.
const LATE_MS = 26 * 3_600_000
const WAITING = `SELECT split_part(key, ':', 2)::uuid FROM "Job" WHERE kind = 'standing'`
const EVERYBODY = `SELECT array_agg(id) AS ids FROM "Member" WHERE id NOT IN (${WAITING})`

/**
 * Levels and badges that are not what lib/trust and lib/badges make of the rows, though nobody is about to count them: wrong now and
 * wrong a day ago, because what time alone changes is counted once a day.
 */
export async function wrongStandings(client: Client, now = new Date()): Promise<string[]> {
  const { rows } = await client.query<{ ids: string[] | null }>(EVERYBODY)
  const ids = rows[0]?.ids ?? []
  const [today, yesterday] = [
    await wrongAt(client, ids, now),
    await wrongAt(client, ids, new Date(now.getTime() - LATE_MS)),
  ]
  return [...today.intersection(yesterday)]
}

async function wrongAt(client: Client, ids: string[], now: Date): Promise<Set<string>> {
  const known = await client.query<Known>(FACTS, [now, ids])
  const badges = await client.query<{ memberId: string; badge: string }>(BADGE_DIFFERENCES, [now, ids])
  return new Set([
    ...known.rows
      .filter((one) => nextStanding(one, one, now).level !== one.level)
      .map(({ id, level }) => `${id} ${level}`),
    ...badges.rows.map(({ memberId, badge }) => `${memberId} ${badge}`),
  ])
}
