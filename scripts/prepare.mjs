// What every command needs before it can run: the packages, the generated client, the bundles, the build. Plain JavaScript for any
// Node from 20 on, because it runs before anything is installed; everything after it runs on the project's own Node 24.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const NODE_WANTED = 24
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'scripts',
  'server.ts',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Installs the packages of the lock file, once for each lock file. */
export function install() {
  const mark = 'node_modules/.installed'
  const wanted = hashOf(['package-lock.json'])
  if (read(mark) === wanted) return
  step('Installing packages (a few minutes the first time)', () => {
    const npm = process.env.npm_execpath
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    run(
      npm ? process.execPath : 'npm',
      npm ? [npm, ...args] : args,
      'npm could not install the packages. Is the network up? Try again, or run "npm ci" to see more.',
    )
    writeFileSync(mark, wanted)
  })
}

/** The Node that everything runs on: the project's own, else this one if it is new enough. */
export function node() {
  const own = resolve('node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= NODE_WANTED) return process.execPath
  return fail(
    `There is no packaged Node ${NODE_WANTED} for ${process.platform} ${process.arch}. Install Node ${NODE_WANTED} yourself and try again.`,
  )
}

/** Generates the database client and bundles what runs outside Next. Quick, and only after a change. */
export function bundle() {
  once('dist/.sources', hashOf(SOURCES), () => {
    // Any existing program will do: only its download must not be tried (the query compiler is WebAssembly).
    const quiet = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }
    run(node(), ['node_modules/prisma/build/index.js', 'generate'], 'The database client could not be generated.', {
      stdio: 'pipe',
      env: quiet,
    })
    run(node(), ['scripts/bundle.mjs'], 'The server could not be bundled.')
  })
}

/** Builds the pages if any source changed since the last build. */
export function build() {
  once('.next/.sources', hashOf(SOURCES), () =>
    step('Building the pages', () => {
      const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
      run(node(), ['node_modules/next/dist/bin/next', 'build'], 'The pages could not be built.', { stdio: 'pipe', env })
    }),
  )
}

export function run(program, args, otherwise, { stdio = 'inherit', env = {} } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    stdio,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  if (status === 0) return
  if (stdio === 'pipe') console.error(`${stdout ?? ''}${stderr ?? ''}`)
  fail(error ? `${otherwise} (${error.message})` : otherwise)
}

/** Says what takes long, does it, and says how long it took. */
export function step(what, work) {
  console.log(`  ${what} …`)
  const start = Date.now()
  work()
  console.log(`  … done in ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

function fail(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

function once(mark, wanted, work) {
  if (read(mark) === wanted) return
  rmSync(mark, { force: true })
  work()
  mkdirSync(resolve(mark, '..'), { recursive: true })
  writeFileSync(mark, wanted)
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).sort())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(path) {
  const made = [
    join('prisma', 'generated'),
    ...['site', 'passkeys', 'push'].map((name) => join('public', `${name}.js`)),
  ]
  if (made.includes(path) || /\.test\.tsx?$/.test(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}
