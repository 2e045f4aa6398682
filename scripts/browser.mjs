// Where a Chromium is, for the journeys and for drawing pictures.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** An installed Chromium, else Playwright's own if it is there; undefined when there is none. */
export function chromiumPath() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const installed = NAMES.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()).find(Boolean)
  if (installed) return installed
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

export const chromiumFlags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its own sandbox as root, as in many containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Gets a Chromium in whatever way this machine allows. Throws a sentence that says what to do when there is none. */
export function ensureChromium() {
  const ways = [
    [process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']],
    [
      'sh',
      ['-c', 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium'],
    ],
    ['apk', ['add', 'chromium']],
    ['dnf', ['install', '-y', 'chromium']],
  ]
  for (const [program, args] of ways) {
    if (chromiumPath()) break
    console.log(`  Looking for a browser: ${program} ${args.join(' ')}`)
    spawnSync(program, args, { stdio: 'ignore', timeout: 600_000 })
  }
  const path = chromiumPath()
  if (!path)
    throw new Error('No Chromium was found and none could be installed. Install one, or set CHROMIUM_PATH to it.')
  return path
}
