import { createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { create } from 'tar'
import { MANIFEST, type Manifest, tableFile } from './archive'

/** Writes everything in the database into one archive, as it was at one instant (one REPEATABLE READ transaction). */
export async function backup(url: string, file: string): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const manifest = await writeAll(client, folder)
    await client.query('COMMIT')
    await writeFile(join(folder, MANIFEST), JSON.stringify(manifest, null, 2))
    await pack(folder, file)
    return manifest
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeAll(client: pg.Client, folder: string): Promise<Manifest> {
  await mkdir(join(folder, 'tables'))
  const tables: Manifest['tables'] = []
  for (const { name, columns } of await tablesOf(client))
    tables.push({ name, columns, rows: await writeTable(client, folder, name, columns) })
  const { rows: applied } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: applied.map(({ name }) => name as string),
    tables,
    sequences: await sequencesOf(client),
  }
}

async function writeTable(client: pg.Client, folder: string, name: string, columns: string[]): Promise<number> {
  const source = client.query(
    copyTo(`COPY ${quoted(client, name)} (${columns.map((column) => quoted(client, column)).join(', ')}) TO STDOUT`),
  )
  await pipeline(source, createWriteStream(join(folder, tableFile(name)), { mode: 0o600 }))
  return source.rowCount ?? 0
}

/** Tables of ours with the columns that are stored (a generated one is made again by itself). */
export async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY 1`,
  )
  const sequences: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: values } = await client.query(
      `SELECT last_value AS value, is_called AS "isCalled" FROM ${quoted(client, name)}`,
    )
    sequences.push({ name, value: String(values[0].value), isCalled: values[0].isCalled })
  }
  return sequences
}

// Written beside and renamed: a file with the final name is a whole archive.
async function pack(folder: string, file: string) {
  await mkdir(dirname(file), { recursive: true })
  await create({ gzip: true, cwd: folder, file: `${file}.part`, portable: true, mode: 0o600 }, [MANIFEST, 'tables'])
  await chmod(`${file}.part`, 0o600)
  await rename(`${file}.part`, file)
}

function quoted(client: pg.Client, name: string) {
  return client.escapeIdentifier(name)
}
