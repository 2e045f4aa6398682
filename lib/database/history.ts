import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

export const MIGRATIONS = 'prisma/migrations'

/** Names of the migrations in the folder that this database has not finished. Cheap: asked by every start and by /readyz. */
export async function unapplied(client: { query: pg.ClientBase['query'] }, folder = MIGRATIONS): Promise<string[]> {
  const names = await migrationNames(folder)
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (!tables[0]?.name) return names
  const { rows } = await client.query(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Map(rows.map((row) => [row.migration_name as string, row.checksum as string]))
  await refuseEdited(folder, names, applied)
  return names.filter((name) => !applied.has(name))
}

export async function migrationNames(folder = MIGRATIONS): Promise<string[]> {
  const entries = await readdir(/* turbopackIgnore: true */ folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

export async function migrationSql(name: string, folder = MIGRATIONS): Promise<string> {
  return readFile(join(/* turbopackIgnore: true */ folder, name, 'migration.sql'), 'utf8')
}

// A migration that has run somewhere is history; changing it would make two databases with one name.
async function refuseEdited(folder: string, names: string[], applied: Map<string, string>) {
  for (const name of names) {
    const checksum = applied.get(name)
    const actual = createHash('sha256')
      .update(await migrationSql(name, folder))
      .digest('hex')
    if (checksum && checksum !== actual)
      throw new Error(`The migration ${name} was changed after it had been applied. Restore it, and write a new one.`)
  }
}
