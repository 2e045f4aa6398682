import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { withEngine } from './schema-engine'

export const MIGRATIONS = 'prisma/migrations'

// Two starts on one database take turns. Any number, but always this one.
const LOCK = 7_194_022_618

/** Applies what is missing, in order, and returns its names. Safe to call from several processes at once. */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const waiting = new pg.Client({ connectionString: url })
  await waiting.connect()
  try {
    await waiting.query('SELECT pg_advisory_lock($1)', [LOCK])
    const missing = await unapplied(waiting, folder)
    if (missing.length === 0) return []
    await forgetUnfinished(waiting)
    return await applyAll(url, folder)
  } finally {
    await waiting.end()
  }
}

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

// One that failed or was killed left nothing behind (schema-engine.ts), so it may simply be tried again.
async function forgetUnfinished(client: pg.Client) {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`)
  if (rows[0]?.name)
    await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL')
}

async function applyAll(url: string, folder: string): Promise<string[]> {
  const migrationsList = await listOf(folder)
  const filters = { externalTables: [], externalEnums: [] }
  return withEngine(
    url,
    async (engine) => (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames,
  )
}

async function listOf(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder)
  const directories = names.map(async (name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await migrationSql(name, folder) } },
  }))
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(directories),
  }
}
