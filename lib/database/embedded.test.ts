import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { installation } from './binaries'
import { withClient } from './client'
import { startEmbedded } from './embedded'
import { isRunning } from './processes'
import { secretsOf } from './secrets-file'

const quiet = () => {}

// In the project's own folder, so that it lies where a clone lies.
async function freshFolder() {
  await mkdir('.data', { recursive: true })
  const folder = await mkdtemp(join(resolve('.data'), 'embedded-'))
  await chmod(folder, 0o755)
  return folder
}

async function start(dataDir: string) {
  const { databasePassword } = await secretsOf(dataDir)
  return startEmbedded({ dataDir, password: databasePassword, mayShare: false, say: quiet })
}

test('it listens on loopback only, wants its password, and keeps its data over restarts', async () => {
  const dataDir = await freshFolder()
  const first = await start(dataDir)
  await withClient(first.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS one'))
  const wrong = new URL(first.url)
  wrong.password = 'wrong'

  await expect(withClient(wrong.href, (client) => client.query('SELECT 1'))).rejects.toThrow(/password/)
  const { rows } = await withClient(first.url, (client) => client.query('SHOW listen_addresses'))
  expect(rows[0].listen_addresses).toBe('127.0.0.1')
  expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
  await first.stop()

  const second = await start(dataDir)
  expect((await withClient(second.url, (client) => client.query('SELECT one FROM kept'))).rows).toEqual([{ one: 1 }])
  await second.stop()
  await rm(dataDir, { recursive: true })
})

test('killed with -9 it comes back by itself on the same port, with everything that was committed', async () => {
  const dataDir = await freshFolder()
  const running = await start(dataDir)
  await withClient(running.url, (client) => client.query('CREATE TABLE committed AS SELECT 1 AS one'))
  process.kill(running.pid() ?? 0, 'SIGKILL')

  const ask = () =>
    withClient(running.url, (client) => client.query('SELECT one FROM committed')).then(
      ({ rows }) => rows.length,
      () => 0,
    )
  await expect.poll(ask, { timeout: 20_000 }).toBe(1)
  await running.stop()
  await rm(dataDir, { recursive: true })
})

test('a folder that initdb left half-made is made anew', async () => {
  const dataDir = await freshFolder()
  const { data, user } = await installation(dataDir)
  await mkdir(`${data}.half/base`, { recursive: true })
  await writeFile(`${data}.half/PG_VERSION`, '18')
  const running = await start(dataDir)

  expect((await withClient(running.url, (client) => client.query('SELECT 1 AS one'))).rows).toEqual([{ one: 1 }])
  expect(await readdir(join(data, '..'))).not.toContain('postgres.half')
  expect((await stat(data)).uid).toBe(user?.uid ?? process.getuid?.())
  await running.stop()
  await rm(dataDir, { recursive: true })
})

test('the pid file of a dead server, or of a stranger who got its number, does not stop a start', async () => {
  const dataDir = await freshFolder()
  await (await start(dataDir)).stop()
  const { data, user } = await installation(dataDir)
  for (const pid of [4_194_000, process.pid]) {
    await writeFile(join(data, 'postmaster.pid'), `${pid}\n${data}\n0\n1\n\n127.0.0.1\n`, { mode: 0o600 })
    if (user) await chown(join(data, 'postmaster.pid'), user.uid, user.gid)
    const running = await start(dataDir)
    expect((await withClient(running.url, (client) => client.query('SELECT 1 AS one'))).rows).toEqual([{ one: 1 }])
    await running.stop()
  }
  await rm(dataDir, { recursive: true })
})

test('a database that somebody works on alone is left to them', async () => {
  const dataDir = await freshFolder()
  await (await start(dataDir)).stop()
  const { data } = await installation(dataDir)
  await writeFile(join(data, 'postmaster.pid'), `-${process.pid}\n${data}\n`)

  await expect(start(dataDir)).rejects.toThrow(/single-user/)
  await rm(dataDir, { recursive: true })
})

test('a server that a killed application left running is ended before the next one starts', async () => {
  const dataDir = await freshFolder()
  const orphan = await start(dataDir)
  const pid = orphan.pid() ?? 0
  const next = await start(dataDir)

  expect(isRunning(pid)).toBe(false)
  expect(next.pid()).not.toBe(pid)
  await orphan.stop()
  await next.stop()
  await rm(dataDir, { recursive: true })
})

test('beside a running portal a command shares its database, and a second portal is refused', async () => {
  const dataDir = await freshFolder()
  const running = await start(dataDir)
  // Something alive that looks like our server, as the owner of the folder.
  const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'dist/server.js'])
  const port = Number(new URL(running.url).port)
  await writeFile(join(dataDir, 'running.json'), JSON.stringify({ owner: owner.pid, postgres: running.pid(), port }))
  const { databasePassword } = await secretsOf(dataDir)

  const shared = await startEmbedded({ dataDir, password: databasePassword, mayShare: true, say: quiet })
  expect(shared.url).toBe(running.url)
  await shared.stop()
  await expect(start(dataDir)).rejects.toThrow(/already running/)
  expect(isRunning(running.pid() ?? 0)).toBe(true)
  owner.kill('SIGKILL')
  await running.stop()
  await rm(dataDir, { recursive: true })
})

test('two starts at once in two folders run side by side', async () => {
  const folders = [await freshFolder(), await freshFolder()]
  const running = await Promise.all(folders.map(start))
  const ports = running.map(({ url }) => new URL(url).port)

  expect(new Set(ports).size).toBe(2)
  await Promise.all(running.map(({ stop }) => stop()))
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})

test.runIf(process.getuid?.() === 0)(
  'as root in a folder closed to others it runs all the same, with its data outside',
  async () => {
    const dataDir = await freshFolder()
    await chmod(dataDir, 0o700)
    const { data, user } = await installation(dataDir)
    const running = await start(dataDir)

    expect(data).toMatch(/^\/var\/lib\/xuxin\//)
    expect((await withClient(running.url, (client) => client.query('SELECT 1 AS one'))).rows).toEqual([{ one: 1 }])
    expect((await stat(data)).uid).toBe(user?.uid)
    await running.stop()
    await rm(join(data, '..'), { recursive: true })
    await rm(dataDir, { recursive: true })
  },
)

test('damaged secrets are said, not replaced', async () => {
  const dataDir = await freshFolder()
  await writeFile(join(dataDir, 'secrets.json'), '{"databasePass')

  await expect(secretsOf(dataDir)).rejects.toThrow(/damaged/)
  expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe('{"databasePass')
  await rm(dataDir, { recursive: true })
})

test('a PostgreSQL that could lose acknowledged writes is refused', async () => {
  const { checkSettings } = await import('./settings')
  const client = {
    query: async () => ({
      rows: [
        { name: 'fsync', setting: 'off' },
        { name: 'server_version_num', setting: '160000' },
      ],
    }),
  }

  await expect(checkSettings(client as unknown as pg.Client)).rejects.toThrow(/fsync off/)
  await withClient(process.env.DATABASE_URL ?? '', async (real) => {
    await checkSettings(real)
    await real.query('SET synchronous_commit = off')
    await expect(checkSettings(real)).rejects.toThrow(/synchronous_commit off/)
  })
})
