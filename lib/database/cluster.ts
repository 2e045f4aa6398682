import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DATABASE_USER, type Installation } from './binaries'
import { withClient } from './client'
import { endPostgres } from './initialize'
import { tellRunning } from './running'

const DATABASE = 'xuxin'
const READY_MS = 60_000 // After a crash it replays its log first.
const POLL_MS = 25
const AGAIN_MS = 200

export function clusterUrl(password: string, port: number, database = DATABASE): string {
  return `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`
}

type Settings = { place: Installation; dataDir: string; password: string; port: number }

/** One PostgreSQL server process that is kept running until it is stopped. */
export class Cluster {
  readonly #settings: Settings
  #child: ChildProcess | undefined
  #isStopping = false

  constructor(settings: Settings) {
    this.#settings = settings
  }

  get port(): number {
    return this.#settings.port
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  async start() {
    this.#spawn()
    await this.#ready()
    const { password, port } = this.#settings
    await withClient(clusterUrl(password, port, 'postgres'), async (client) => {
      const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
      if (rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
    })
  }

  async stop() {
    this.#isStopping = true
    if (this.pid) await endPostgres(this.pid)
  }

  #spawn() {
    const { place, dataDir, port } = this.#settings
    const log = openSync(this.#logFile, 'a', 0o600)
    // Its own group: Ctrl-C reaches us, and we stop it after the last request is done.
    const child = spawn(place.postgres, ['-D', place.data, ...flags(port)], {
      ...place.user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    child.once('exit', () => this.#fell(child))
    child.once('error', () => this.#fell(child))
    this.#child = child
    if (child.pid) tellRunning(dataDir, { owner: process.pid, postgres: child.pid, port }).catch(() => {})
  }

  #fell(child: ChildProcess) {
    if (child === this.#child) setTimeout(() => this.#again(child), AGAIN_MS)
  }

  // Whatever went wrong (no memory, no file handles), trying again is all that can be done.
  #again(child: ChildProcess) {
    if (this.#isStopping || child !== this.#child) return
    try {
      this.#spawn()
    } catch {
      setTimeout(() => this.#again(child), AGAIN_MS)
    }
  }

  async #ready() {
    const { password, port } = this.#settings
    const until = Date.now() + READY_MS
    for (;;) {
      const url = clusterUrl(password, port, 'postgres')
      const failure = await withClient(url, (client) => client.query('SELECT 1')).then(
        () => undefined,
        (error: Error) => error,
      )
      if (!failure) return
      if (Date.now() > until || /password/.test(failure.message)) {
        await this.stop()
        throw new Error(`PostgreSQL did not become ready: ${failure.message}. Its log is ${this.#logFile}.`)
      }
      await wait(POLL_MS)
    }
  }

  get #logFile(): string {
    return join(resolve(this.#settings.dataDir), 'postgres.log')
  }
}

// Small memory for a small site; whoever outgrows it sets DATABASE_URL to a PostgreSQL of their own.
function flags(port: number): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 60,
    shared_buffers: '48MB',
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
