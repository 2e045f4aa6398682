import { createReadStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract } from 'tar'
import { CHANGES } from '../cache/notices'
import { withClient } from '../database/client'
import { MIGRATIONS, migrationNames } from '../database/history'
import { migrate } from '../database/migrations'
import { MANIFEST, Manifest, tableFile } from './archive'
import { tablesOf } from './backup'

/**
 * Loads an archive into an empty database: migrates it to where the data was made, loads everything in one transaction, and then
 * migrates on to today. Throws a sentence when the database is not empty or the archive is newer than this program.
 */
export async function restore(url: string, file: string): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'restore-'))
  try {
    await extract({ file, cwd: folder, strict: true })
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
    await emptyDatabase(url)
    await migrate(url, await migrationsUpTo(manifest, folder))
    await load(url, folder, manifest)
    await migrate(url)
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Looks and clears in one transaction that holds every table, so that no write of a running portal slips between the two.
async function emptyDatabase(url: string) {
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    const tables = await tablesOf(client)
    for (const { name } of tables)
      await client.query(`LOCK TABLE ${client.escapeIdentifier(name)} IN ACCESS EXCLUSIVE MODE NOWAIT`)
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT 1 FROM ${client.escapeIdentifier(name)} LIMIT 1`)
      if (rows.length > 0)
        throw new Error(
          `The database is not empty: ${name} has rows. Restore into a new one, so that nothing is mixed or lost.`,
        )
    }
    await refuseStrangers(client)
    await client.query('DROP SCHEMA public CASCADE')
    await client.query('CREATE SCHEMA public')
    await client.query('COMMIT')
  })
}

async function refuseStrangers(client: pg.Client) {
  const { rows } = await client.query(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i', 'S', 't', 'c')`,
  )
  if (rows.length > 0)
    throw new Error(`The database holds more than this portal: ${rows[0].relname}. Restore into a database of its own.`)
}

async function migrationsUpTo({ migrations }: Manifest, folder: string): Promise<string> {
  const known = new Set(await migrationNames())
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new Error(`The archive was made by a newer version: ${unknown.join(', ')} is not known here. Update first.`)
  const subset = join(folder, 'migrations')
  await mkdir(subset)
  for (const name of [...migrations, 'migration_lock.toml'])
    await cp(join(MIGRATIONS, name), join(subset, name), { recursive: true })
  return subset
}

async function load(url: string, folder: string, { tables, sequences }: Manifest) {
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    // Tables may point at each other in circles, so the foreign keys step aside and are checked again as a whole.
    const { rows: keys } = await client.query(`
      SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
    for (const { table, name } of keys)
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
    for (const table of tables) await loadTable(client, folder, table)
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`)
    for (const { name, value, isCalled } of sequences)
      await client.query('SELECT setval($1, $2, $3)', [`public.${client.escapeIdentifier(name)}`, value, isCalled])
    await client.query('SELECT pg_notify($1, $2)', [CHANGES, '{}']) // Not a list of tags: everything changed.
    await client.query('COMMIT')
  })
}

async function loadTable(client: pg.Client, folder: string, { name, columns, rows }: Manifest['tables'][number]) {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const target = client.query(copyFrom(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`))
  await pipeline(createReadStream(join(folder, tableFile(name))), target)
  if (target.rowCount !== rows)
    throw new Error(`${name}: the archive promises ${rows} rows and holds ${target.rowCount}.`)
}
