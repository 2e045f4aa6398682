import pg from 'pg'

/**
 * Another transaction that has done something and not yet committed, so that whoever comes to the same row waits: `waited` resolves once
 * somebody does. Two that would only sometimes meet meet always.
 */
export async function holding(sql: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' })
  await client.connect()
  await client.query('BEGIN')
  await client.query(sql, values)
  const waited = async () => {
    for (;;) {
      const { rowCount } = await client.query(
        'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
      )
      if (rowCount) return
    }
  }
  const end = async (how: 'COMMIT' | 'ROLLBACK') => {
    await client.query(how)
    await client.end()
  }
  return { waited, commit: () => end('COMMIT'), release: () => end('ROLLBACK') }
}
