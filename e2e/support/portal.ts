import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { serverFlags } from '../../scripts/server-flags.mjs'

/** A running portal: the real server process on the production build. */
export type Portal = {
  url: string
  dataDir: string
  process: ChildProcess
  exited: Promise<unknown>
  stop: () => Promise<void>
}

/** Starts one. `TRUSTED_PROXIES=loopback` lets each test come from a network of its own, by X-Forwarded-For. */
export async function startPortal({
  dataDir,
  port,
  env = {},
}: {
  dataDir: string
  port?: number
  env?: Record<string, string>
}): Promise<Portal> {
  const chosen = port ?? (await freePort())
  const child = spawn(process.execPath, [...serverFlags, 'dist/server.js'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(chosen),
      DATA_DIR: dataDir,
      TRUSTED_PROXIES: 'loopback',
      ...env,
    },
  })
  const exited = new Promise((settle) => child.once('exit', settle))
  await new Promise<void>((ready, fail) => {
    child.once('message', () => ready())
    child.once('exit', (code) => fail(new Error(`the portal ended before it was ready (${code})`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { url: `http://localhost:${chosen}`, dataDir, process: child, exited, stop }
}

/** What a second portal on the same data needs: the same database and the same secret, or it could not open the first one's letters. */
export async function besides(dataDir: string): Promise<{ DATABASE_URL: string; AUTH_SECRET: string }> {
  return { DATABASE_URL: await databaseUrl(dataDir), AUTH_SECRET: (await secretsOf(dataDir)).authSecret }
}

/** The address of the PostgreSQL that a portal runs, for setting a scene. */
export async function databaseUrl(dataDir: string): Promise<string> {
  const { databasePassword } = await secretsOf(dataDir)
  return `postgresql://xuxin:${databasePassword}@127.0.0.1:${(await postmaster(dataDir)).port}/xuxin`
}

async function secretsOf(dataDir: string): Promise<{ databasePassword: string; authSecret: string }> {
  return JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'))
}

export async function postmaster(dataDir: string): Promise<{ pid: number; port: number }> {
  const { postgres, port } = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8'))
  return { pid: postgres, port }
}

/** The numbers of the PostgreSQL server and of every process that serves it. */
export async function postgresProcesses(dataDir: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: await databaseUrl(dataDir) })
  await client.connect()
  const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()')
  await client.end()
  return [(await postmaster(dataDir)).pid, ...rows.map(({ pid }) => pid as number)]
}

export function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
