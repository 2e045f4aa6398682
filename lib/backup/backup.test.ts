import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, extract } from 'tar'
import { afterAll, expect, inject, test } from 'vitest'
import { POST } from '@/app/api/v1/feedback/route'
import { withClient } from '../database/client'
import { withScratch } from '../database/drift'
import { examine } from '../doctor/checks'
import { feedbackDoor } from '../doors'
import { makeMember } from '../testing/factories'
import { formRequest } from '../testing/requests'
import { MANIFEST, Manifest } from './archive'
import { backup, tablesOf } from './backup'
import { restore } from './restore'

const serverUrl = inject('serverUrl')
const url = process.env.DATABASE_URL ?? ''

// Text that COPY must escape, in the languages that we have.
const TEXTS = ['充值\n第二行\t\\N \\. 🈶', 'Où est mon crédit ?', "Robert'); DROP TABLE --"]

async function contents(of: string) {
  return withClient(of, async (client) => {
    const found: Record<string, unknown[]> = {}
    for (const { name } of await tablesOf(client)) {
      found[name] = (await client.query(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY 1`)).rows
    }
    return found
  })
}

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function scratch(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name))
  folders.push(folder)
  return folder
}

async function filled() {
  const member = await makeMember({ isSuspended: true })
  for (const text of TEXTS)
    await POST(formRequest(feedbackDoor, { locale: 'zh', kind: 'idea', text }, { cookie: member.cookie }))
  await POST(formRequest(feedbackDoor, { locale: 'zh', kind: 'idea', text: '' }))
  return join(await scratch('archive-'), 'one.tar.gz')
}

test('what is restored is what was there, every row of every table, and the doctor finds nothing', async () => {
  const file = await filled()
  await backup(url, file)
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  await withScratch(serverUrl, async (empty) => {
    await restore(empty, file)
    expect(await contents(empty)).toEqual(await contents(url))
    const drifts = await withClient(empty, (client) => examine(client))
    expect(drifts.filter(({ drift }) => drift)).toEqual([])
  })
})

test('a database with a row in it is never restored into', async () => {
  const file = await filled()
  await backup(url, file)
  const before = await contents(url)

  await expect(restore(url, file)).rejects.toThrow(/not empty/)
  expect(await contents(url)).toEqual(before)
})

test('a database that holds more than this portal is never cleared', async () => {
  const file = await backedUp()
  await withScratch(serverUrl, async (shared) => {
    await withClient(shared, (client) => client.query('CREATE VIEW strange AS SELECT 1 AS one'))
    await expect(restore(shared, file)).rejects.toThrow(/more than this portal/)
    expect((await withClient(shared, (client) => client.query('SELECT one FROM strange'))).rowCount).toBe(1)
  })
})

test('an archive of a newer version, and one that lost rows, are refused and leave nothing loaded', async () => {
  const file = await filled()
  await backup(url, file)
  const newer = await altered(file, (manifest) => manifest.migrations.push('29990101000000_future'))
  const shorter = await altered(file, (manifest) => {
    for (const table of manifest.tables) if (table.name === 'Feedback') table.rows += 1
  })

  await withScratch(serverUrl, async (empty) => {
    await expect(restore(empty, newer)).rejects.toThrow(/newer version/)
    await expect(restore(empty, shorter)).rejects.toThrow(/promises/)
    expect(Object.values(await contents(empty)).flat()).toEqual([])
  })
})

test('the doctor finds what does not fit together', async () => {
  const drifts = await withScratch(serverUrl, async (broken) => {
    await restore(broken, await backedUp())
    return withClient(broken, async (client) => {
      await client.query('ALTER TABLE "Event" DISABLE TRIGGER ALL')
      await client.query('DELETE FROM "Event" WHERE id = (SELECT min(id::text)::uuid FROM "Event")')
      await client.query(
        `UPDATE "Submission" SET result = '{}' WHERE "keyHash" = (SELECT min("keyHash") FROM "Submission")`,
      )
      return examine(client)
    })
  })

  expect(drifts.flatMap(({ drift }) => (drift ? [drift.what] : []))).toEqual([
    'feedback without the event that tells of it',
    'a submission without its answer',
    'a submission whose feedback is missing',
  ])
})

async function backedUp() {
  const file = await filled()
  await backup(url, file)
  return file
}

async function altered(file: string, change: (manifest: Manifest) => void): Promise<string> {
  const folder = await scratch('altered-')
  await extract({ file, cwd: folder })
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  change(manifest)
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest))
  const out = join(await scratch('altered-'), 'one.tar.gz')
  await create({ gzip: true, cwd: folder, file: out }, [MANIFEST, 'tables'])
  return out
}
