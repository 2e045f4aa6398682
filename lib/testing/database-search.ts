import { withClient } from '../database/client'

/** Where in the whole database these words stand, whatever their case: every table, every column that can hold text or bytes. */
export async function placesOf(words: readonly string[], url = process.env.DATABASE_URL ?? ''): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows: columns } = await client.query<{ table: string; column: string; type: string }>(`
      SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS "type"
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'
        AND c.data_type NOT IN ('uuid', 'integer', 'bigint', 'boolean', 'date', 'timestamp with time zone')`)
    const found = []
    for (const { table, column, type } of columns) {
      const [t, c] = [client.escapeIdentifier(table), client.escapeIdentifier(column)]
      // The letters of ASCII stay what they are, so that bytes are looked through like text.
      const text = type === 'bytea' ? `encode(${c}, 'escape')` : `${c}::text`
      const { rows } = await client.query(
        `SELECT count(*)::int AS count FROM ${t} WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE position(lower(w) IN lower(${text})) > 0)`,
        [words],
      )
      if (rows[0].count > 0) found.push(`${table}.${column}`)
    }
    return found.sort()
  })
}
