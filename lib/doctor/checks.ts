import type pg from 'pg'
import { unapplied } from '../database/history'
import { checkSettings } from '../database/settings'

type Client = { query: pg.ClientBase['query'] }
export type Drift = { what: string; rows: string[] }

// Each must find nothing. The first column names the row. A new counter or invariant gets its line here with its verb.
const mustBeEmpty: Record<string, string> = {
  'feedback without the event that tells of it': `SELECT id FROM "Feedback" f WHERE NOT EXISTS (SELECT FROM "Event" e WHERE e."feedbackId" = f.id AND e.kind = 'feedbackSent')`,
  'feedback told of twice': `SELECT "feedbackId" FROM "Event" WHERE kind = 'feedbackSent' GROUP BY 1 HAVING count(*) > 1`,
  'a submission without its answer': `SELECT "keyHash" FROM "Submission" WHERE NOT (result ? 'id' AND result ? 'path')`,
  'a submission whose feedback is missing': `SELECT "keyHash" FROM "Submission" s WHERE door = 'feedback' AND NOT EXISTS (SELECT FROM "Feedback" f WHERE f.id::text = s.result ->> 'id')`,
  'an index that is not valid': 'SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid',
  'a constraint that was never checked': 'SELECT conname FROM pg_constraint WHERE NOT convalidated',
}

/** Every check, in order; a drift where rows were found. Throws nothing: what cannot be asked is a drift too. */
export async function examine(client: Client): Promise<{ what: string; drift: Drift | undefined }[]> {
  const results = []
  for (const [what, sql] of Object.entries(mustBeEmpty))
    results.push({ what, drift: await ask(what, () => rowsOf(client, sql)) })
  results.push({
    what: 'a migration that is not applied',
    drift: await ask('a migration that is not applied', () => unapplied(client)),
  })
  results.push({
    what: 'a setting that can lose writes',
    drift: await ask('a setting that can lose writes', () => checkSettings(client).then(() => [])),
  })
  return results
}

async function ask(what: string, look: () => Promise<string[]>): Promise<Drift | undefined> {
  const rows = await look().catch((error: Error) => [error.message])
  return rows.length === 0 ? undefined : { what, rows }
}

async function rowsOf(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  return rows.map(([first]) => String(first))
}
