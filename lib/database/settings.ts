import type pg from 'pg'

// With any of these off, a power cut can lose what a reader was told is stored (security.md, finding 6).
const MUST_BE_ON = ['fsync', 'full_page_writes', 'synchronous_commit']
const OLDEST = 150_000

/** Throws a sentence when this PostgreSQL cannot be trusted with acknowledged writes, or is too old. */
export async function checkSettings(client: { query: pg.ClientBase['query'] }) {
  const { rows } = await client.query('SELECT name, setting FROM pg_settings WHERE name = ANY($1)', [
    [...MUST_BE_ON, 'server_version_num'],
  ])
  const settings = new Map(rows.map(({ name, setting }) => [name as string, setting as string]))
  const off = MUST_BE_ON.filter((name) => settings.get(name) === 'off')
  if (off.length > 0)
    throw new Error(
      `PostgreSQL runs with ${off.join(', ')} off: what it acknowledges could be lost. Switch it on and start again.`,
    )
  if (Number(settings.get('server_version_num')) < OLDEST)
    throw new Error('PostgreSQL is older than 15. Please use a newer one.')
}
