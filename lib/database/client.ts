import pg from 'pg'

/** One connection for `work`, closed afterwards whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // The query that was under way says so itself.
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
