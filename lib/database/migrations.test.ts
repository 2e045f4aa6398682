import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { withClient } from './client'
import { drift, withScratch } from './drift'
import { MIGRATIONS, migrationNames, unapplied } from './history'
import { migrate } from './migrations'
import { difference } from './schema-engine'

const serverUrl = inject('serverUrl')

async function folderWith(extra: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  for (const [name, sql] of Object.entries(extra)) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'migration.sql'), sql)
  }
  return folder
}

test('the migrations lead exactly to schema.prisma with extra.sql', async () => {
  expect(await drift(serverUrl)).toEqual([])
})

test('the newest migration stores the schema that it leads to', async () => {
  const newest = (await migrationNames()).at(-1) ?? ''
  const stored = await readFile(join(MIGRATIONS, newest, 'schema.prisma'), 'utf8')
  const today = await readFile('prisma/schema.prisma', 'utf8')
  const schema = (content: string) => ({ path: 'prisma/schema.prisma', content })

  expect(await difference(serverUrl, schema(stored), schema(today))).toBeUndefined()
})

test('ten processes that migrate at once apply each migration once', async () => {
  await withScratch(serverUrl, async (url) => {
    const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url)))
    expect(applied.flat()).toEqual(await migrationNames())
  })
})

test('a migration that fails leaves nothing behind, says what PostgreSQL said, and succeeds once it is mended', async () => {
  const name = '29990101000000_broken'
  const broken = await folderWith({ [name]: 'CREATE TABLE half (id int); SELECT 1 / 0;' })
  await withScratch(serverUrl, async (url) => {
    await expect(migrate(url, broken)).rejects.toThrow(/division by zero/)
    const { rows } = await withClient(url, (client) => client.query(`SELECT to_regclass('half') AS half`))
    expect(rows).toEqual([{ half: null }])

    await writeFile(join(broken, name, 'migration.sql'), 'CREATE TABLE half (id int);')
    expect(await migrate(url, broken)).toEqual([name])
  })
  await rm(broken, { recursive: true })
})

test('a migration that was changed after it ran is refused', async () => {
  const name = '29990101000000_changed'
  const folder = await folderWith({ [name]: 'CREATE TABLE first_form (id int);' })
  await withScratch(serverUrl, async (url) => {
    await migrate(url, folder)
    await writeFile(join(folder, name, 'migration.sql'), 'CREATE TABLE second_form (id int);')
    await expect(withClient(url, (client) => unapplied(client, folder))).rejects.toThrow(/was changed/)
  })
  await rm(folder, { recursive: true })
})

test('drift is found: a column, an index, a check, a trigger', async () => {
  const changes = [
    'ALTER TABLE "Member" ADD COLUMN extra text',
    'CREATE INDEX extra ON "Member" (role)',
    'ALTER TABLE "Feedback" DROP CONSTRAINT "Feedback_text_length"',
    'DROP TRIGGER "Event_append_only" ON "Event"',
  ]
  const folder = await folderWith({ '29990101000000_drift': changes.join(';\n') })
  const found = (await drift(serverUrl, folder)).join('\n')
  for (const what of ['Member.extra', 'INDEX extra', 'Feedback_text_length', 'Event_append_only'])
    expect(found).toContain(what)
  await rm(folder, { recursive: true })
})

test('the engine that migrates is the one that belongs to this Prisma', async () => {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const engines = JSON.parse(await readFile('node_modules/@prisma/engines/package.json', 'utf8'))

  expect(devDependencies['@prisma/schema-engine-wasm']).toBe(engines.dependencies['@prisma/engines-version'])
})
