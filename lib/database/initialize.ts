import { spawnSync } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DATABASE_USER, type Installation } from './binaries'
import { commandOf, isRunning, kill } from './processes'

const STOP_MS = 20_000
const POLL_MS = 25

/**
 * Makes the data folder. `initdb` works in a folder beside it that is moved into place when it is whole, so that a half-made one is
 * never taken for a database.
 */
export async function initialize(place: Installation, password: string) {
  const half = `${place.data}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true, mode: 0o700 })
  const secret = join(dirname(place.data), '.initdb-password')
  await writeFile(secret, password, { mode: 0o600 })
  if (place.user) for (const path of [half, secret]) await chown(path, place.user.uid, place.user.gid)
  const options = ['-D', half, '-U', DATABASE_USER, '--auth=scram-sha-256', `--pwfile=${secret}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const made = spawnSync(place.initdb, [...options, ...locale], { ...place.user, cwd: '/', encoding: 'utf8' })
  await rm(secret, { force: true })
  if (made.status !== 0)
    throw new Error(`The database could not be made. initdb says: ${made.stderr || made.error?.message}`)
  await rename(half, place.data)
}

/** Ends a PostgreSQL of ours whose application was killed; a stale pid file of a dead one is PostgreSQL's own business. */
export async function endOrphan(place: Installation) {
  const file = join(place.data, 'postmaster.pid')
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
  if (pid < 0)
    throw new Error(`Somebody works on the database in single-user mode (process ${-pid}). Let them finish first.`)
  if (!pid || !isRunning(pid)) return
  if (isOurs(pid, place)) return endPostgres(pid)
  await rm(file, { force: true }) // The number now belongs to a stranger, and PostgreSQL would wait for it in vain.
}

// Windows tells only a program's name; elsewhere the command names the data folder.
function isOurs(pid: number, place: Installation): boolean {
  const command = commandOf(pid)
  return process.platform === 'win32' ? command.includes('postgres') : command.includes(place.data)
}

/**
 * SIGINT is PostgreSQL's fast shutdown: sessions end, nothing is lost. SIGQUIT if even that hangs; the log replays at the next
 * start.
 */
export async function endPostgres(pid: number) {
  kill(pid, 'SIGINT')
  const until = Date.now() + STOP_MS
  while (isRunning(pid) && Date.now() < until) await wait(POLL_MS)
  if (isRunning(pid)) kill(pid, 'SIGQUIT')
}
