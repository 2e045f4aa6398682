import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Installation, installation } from './binaries'
import { commandOf, isRunning, kill } from './processes'

export type Embedded = { url: string; pid: () => number | undefined; stop: () => Promise<void> }

const USER = 'xuxin'
const DATABASE = 'xuxin'
const READY_MS = 60_000 // After a crash it replays its log first.
const STOP_MS = 20_000
const POLL_MS = 25

export type Start = {
  dataDir: string
  password: string
  /** A command beside a running portal uses the portal's PostgreSQL; a second portal on the same data is refused. */
  mayShare: boolean
  /** Is told what takes long. */
  say: (what: string) => void
}

/**
 * Starts the project's own PostgreSQL on a free loopback port: makes its data folder when there is none, ends one that an earlier
 * life left running, and starts it again if it dies.
 */
export async function startEmbedded({ dataDir, password, mayShare, say }: Start): Promise<Embedded> {
  const place = await installation(dataDir)
  const owner = await livingOwner(dataDir)
  if (owner && !mayShare)
    throw new Error(
      `it is already running here (process ${owner}). Stop that one first, or give this one its own DATA_DIR and PORT.`,
    )
  if (owner) return shared(place, password)
  await writeFile(ownerFile(dataDir), String(process.pid))
  await endOrphan(place)
  if (!(await exists(join(place.data, 'PG_VERSION')))) {
    say('Making the database (once)')
    await initialize(place, password)
  }
  return new Cluster(place, password, await freePort(), join(resolve(dataDir), 'postgres.log')).start()
}

class Cluster {
  #child: ChildProcess | undefined
  #isStopping = false

  constructor(
    readonly place: Installation,
    readonly password: string,
    readonly port: number,
    readonly logFile: string,
  ) {}

  async start(): Promise<Embedded> {
    this.#spawn()
    await this.#ready()
    await this.#ensureDatabase()
    return { url: this.#url(DATABASE), pid: () => this.#child?.pid, stop: () => this.#stop() }
  }

  #spawn() {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 60,
      shared_buffers: '48MB',
      max_wal_size: '256MB',
      jit: 'off',
      timezone: 'UTC',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const log = openSync(this.logFile, 'a', 0o600)
    // Its own group: Ctrl-C reaches us, and we stop it after the last request is done.
    const child = spawn(this.place.postgres, ['-D', this.place.data, ...flags], {
      ...this.place.user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    child.once('exit', () => this.#fell(child))
    this.#child = child
  }

  #fell(child: ChildProcess) {
    if (this.#isStopping || child !== this.#child) return
    setTimeout(() => !this.#isStopping && this.#spawn(), 200)
  }

  async #ready() {
    const until = Date.now() + READY_MS
    for (;;) {
      const failure = await this.#query('postgres', 'SELECT 1').then(
        () => undefined,
        (error: Error) => error,
      )
      if (!failure) return
      if (Date.now() > until)
        throw new Error(`PostgreSQL did not become ready: ${failure.message}. Its log is ${this.logFile}.`)
      await wait(POLL_MS)
    }
  }

  async #ensureDatabase() {
    const { rows } = await this.#query('postgres', `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`)
    if (rows.length === 0) await this.#query('postgres', `CREATE DATABASE ${DATABASE}`)
  }

  async #query(database: string, sql: string) {
    const client = new pg.Client({ connectionString: this.#url(database), connectionTimeoutMillis: 2_000 })
    client.on('error', () => {})
    await client.connect()
    try {
      return await client.query(sql)
    } finally {
      await client.end()
    }
  }

  #url(database: string) {
    return urlOf(this.password, this.port, database)
  }

  async #stop() {
    this.#isStopping = true
    const { pid } = this.#child ?? {}
    if (pid) await end(pid)
  }
}

function urlOf(password: string, port: number, database: string) {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
}

function ownerFile(dataDir: string) {
  return join(dataDir, 'owner.pid')
}

/** The process that runs the database of this folder now, if it lives and is one of ours. */
async function livingOwner(dataDir: string): Promise<number | undefined> {
  const pid = Number(await readFile(ownerFile(dataDir), 'utf8').catch(() => ''))
  return pid && pid !== process.pid && isRunning(pid) && commandOf(pid).includes('dist/') ? pid : undefined
}

async function shared(place: Installation, password: string): Promise<Embedded> {
  const port = Number((await readFile(join(place.data, 'postmaster.pid'), 'utf8')).split('\n')[3])
  return { url: urlOf(password, port, DATABASE), pid: () => undefined, stop: async () => {} }
}

// `initdb` works in a folder beside and is moved into place when it is whole, so that a half-made one is never taken for a database.
async function initialize(place: Installation, password: string) {
  const half = `${place.data}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true, mode: 0o700 })
  const secret = join(dirname(place.data), '.initdb-password')
  await writeFile(secret, password, { mode: 0o600 })
  if (place.user) for (const path of [half, secret]) await chown(path, place.user.uid, place.user.gid)
  const options = [
    '-D',
    half,
    '-U',
    USER,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]
  const made = spawnSync(place.initdb, options, { ...place.user, cwd: '/', encoding: 'utf8' })
  await rm(secret, { force: true })
  if (made.status !== 0)
    throw new Error(`The database could not be made. initdb says: ${made.stderr || made.error?.message}`)
  await rename(half, place.data)
}

/** Ends a PostgreSQL of ours whose application was killed; a stale pid file of a dead one is PostgreSQL's own business. */
async function endOrphan(place: Installation) {
  const file = join(place.data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid || !isRunning(pid)) return
  if (isOurs(pid, place)) return end(pid)
  await rm(file, { force: true }) // The number now belongs to a stranger, and PostgreSQL would wait for it in vain.
}

function isOurs(pid: number, place: Installation): boolean {
  return process.platform === 'win32' || commandOf(pid).includes(place.data)
}

// SIGINT is PostgreSQL's fast shutdown: sessions end, nothing is lost. SIGQUIT if even that hangs; the log replays at the next start.
async function end(pid: number) {
  kill(pid, 'SIGINT')
  const until = Date.now() + STOP_MS
  while (isRunning(pid) && Date.now() < until) await wait(POLL_MS)
  if (isRunning(pid)) kill(pid, 'SIGQUIT')
}

async function exists(path: string) {
  return (await stat(path).catch(() => undefined)) !== undefined
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? settle(address.port) : fail(new Error('no free port')),
      )
    })
  })
}
