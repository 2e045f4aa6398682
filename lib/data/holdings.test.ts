import { expect, test } from 'vitest'
import { withClient } from '../database/client'
import { exportFiles } from './files'
import { holdings } from './holdings'

// What the catalog of the migrated database says: every column that refers to a member, by a key or by its name.
async function columnsAboutMembers(): Promise<string[]> {
  return withClient(process.env.DATABASE_URL ?? '', async (client) => {
    const { rows } = await client.query<{ at: string }>(`
      SELECT cl.relname || '.' || a.attname AS at
      FROM pg_constraint k JOIN pg_class cl ON cl.oid = k.conrelid
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
      WHERE k.contype = 'f' AND k.confrelid IN ('"Member"'::regclass, '"Profile"'::regclass) AND a.attname <> 'operatorId'
      UNION
      SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND c.column_name ~ '^(member|author|actor)Id$|ById$'
      ORDER BY 1`)
    return rows.map(({ at }) => at)
  })
}

test('every column that refers to a member has a line that says what a member gets of it and what erasing does', async () => {
  const lines = holdings.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
  const listed = lines.filter((line) => line !== 'Member.id').sort()
  expect(await columnsAboutMembers()).toEqual(listed)
  expect(new Set(lines).size).toBe(lines.length)
})

test('every file of the export comes from one table, and what is left out or left as it is has a reason', () => {
  const files = holdings.flatMap(({ exported }) => ('file' in exported ? [exported.file] : []))
  expect(files.toSorted()).toEqual([...exportFiles].sort())
  for (const { exported, erased } of holdings) {
    if ('because' in exported) expect(exported.because.length).toBeGreaterThan(10)
    if ('kept' in erased) expect(erased.kept.length).toBeGreaterThan(10)
  }
})
