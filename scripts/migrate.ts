import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drift } from '../lib/database/drift'
import { MIGRATIONS, migrationNames } from '../lib/database/history'
import { migrate } from '../lib/database/migrations'
import { openDatabase } from '../lib/database/open'
import { difference, type Schema } from '../lib/database/schema-engine'

// npm run db:migrate            applies what is missing
// npm run db:migrate -- NAME    writes a new migration from what changed in schema.prisma
// npm run db:diff               prints that change
// npm run db:drift              compares "all migrations" with "schema.prisma and extra.sql"

const SCHEMA = 'prisma/schema.prisma'
const [command, name] = process.argv.slice(2)

const opened = await openDatabase({ mayShare: true, say: console.error }).catch((error: Error) => fail(error.message))
try {
  if (command === 'diff') console.log((await change()) ?? '-- nothing changed')
  else if (command === 'drift') await reportDrift()
  else if (name) await writeMigration(name)
  else console.log(report([...opened.migrated, ...(await migrate(opened.url))]))
} finally {
  await opened.embedded?.stop()
}

async function change(): Promise<string | undefined> {
  const newest = (await migrationNames()).at(-1)
  const before: Schema = newest ? await schemaIn(join(MIGRATIONS, newest, 'schema.prisma')) : 'empty'
  return difference(opened.url, before, await schemaIn(SCHEMA))
}

async function writeMigration(name: string) {
  if (!/^[a-z0-9_]+$/.test(name)) fail('A migration is named with small letters, digits and _.')
  const sql = await change()
  if (!sql)
    return console.log('Nothing changed in schema.prisma. For a change of extra.sql alone, write the folder by hand.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  await writeFile(join(folder, 'schema.prisma'), await readFile(SCHEMA, 'utf8'))
  console.log(
    `${folder}/migration.sql is written. Add what changed in prisma/extra.sql, read it, then: npm run db:migrate && npm run db:drift`,
  )
}

async function reportDrift() {
  const found = await drift(opened.url)
  if (found.length === 0) return console.log('No drift: the migrations lead exactly to schema.prisma and extra.sql.')
  console.log(found.join('\n'))
  process.exitCode = 1
}

async function schemaIn(path: string): Promise<Schema> {
  return { path: SCHEMA, content: await readFile(path, 'utf8') }
}

function report(applied: string[]): string {
  return applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
