// npm run lock: makes package-lock.json anew, complete for every platform. A registry that does not hold the packages of other
// platforms makes npm leave them out, and then `npm ci` refuses its own lock file; here they are named with their version, system
// and processor, which is all npm needs in order to skip or fetch them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SYSTEMS = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  wasi: 'wasi',
}
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

// Beside no node_modules: npm would otherwise believe what is installed on this platform.
const folder = mkdtempSync(join(tmpdir(), 'lock-'))
// The versions of today's lock stay; only what package.json asks anew is looked for.
cpSync('package.json', join(folder, 'package.json'))
cpSync('package-lock.json', join(folder, 'package-lock.json'))
spawnSync('npm', ['install', '--package-lock-only', '--no-audit', '--no-fund'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})

const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
rmSync(folder, { recursive: true })
for (const entry of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    lock.packages[`node_modules/${name}`] ??= platformEntry(name, range)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

function platformEntry(name, range) {
  const words = name.split(/[/-]/)
  const os = words.map((word) => SYSTEMS[word]).find(Boolean)
  const cpu = PROCESSORS.find(
    (processor) => words.includes(processor) || words.some((word) => word === 'arm' && processor === 'arm'),
  )
  const libc = words.includes('musl') || words.includes('musleabihf') ? 'musl' : undefined
  return {
    version: range.replace(/^[\^~]/, ''),
    optional: true,
    ...(os && os !== 'wasi' ? { os: [os] } : {}),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  }
}
