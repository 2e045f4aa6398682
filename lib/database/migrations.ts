import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import type pg from 'pg'
import { withClient } from './client'
import { MIGRATIONS, migrationNames, migrationSql, unapplied } from './history'
import { withEngine } from './schema-engine'

// Two starts on one database take turns. Any number, but always this one.
const LOCK = 7_194_022_618

/** Applies what is missing, in order, and returns its names. Safe to call from several processes at once. */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  return withClient(url, async (waiting) => {
    await waiting.query('SELECT pg_advisory_lock($1)', [LOCK])
    const missing = await unapplied(waiting, folder)
    if (missing.length === 0) return []
    await forgetUnfinished(waiting)
    return applyAll(url, folder)
  })
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
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters })
    return appliedMigrationNames
  })
}

async function listOf(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder)
  const directories = names.map(async (name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await migrationSql(name, folder) },
    },
  }))
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(directories),
  }
}
