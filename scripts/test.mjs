// npm test: everything that must hold, in the order in which it fails fastest. Ends with one line "N passed, N failed".
// npm run check (--quick): the same without the build and the journeys.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build, bundle, install, node, step } from './prepare.mjs'

const isQuick = process.argv.includes('--quick')
const UNIT_REPORT = 'test-results/unit.json'
const JOURNEY_REPORT = 'test-results/journeys.json'
const results = []

install()
bundle()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results', { recursive: true })

check('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
// What npm run dev wrote about the routes of that day would stand beside today's.
rmSync('.next/dev/types', { recursive: true, force: true })
check('types of the routes', ['node_modules/next/dist/bin/next', 'typegen'])
check('types', ['node_modules/typescript/bin/tsc', '--noEmit'])
suite(
  'unit and database tests',
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${UNIT_REPORT}`],
  readUnits,
)
check('no drift between migrations and schema', ['dist/migrate.js', 'drift'], { DATA_DIR: '.data/test' })
if (!isQuick && results.every(({ failed }) => failed === 0)) journeys()
report()

function journeys() {
  build()
  step('Looking for a browser', () =>
    spawnSync(node(), ['-e', "import('./scripts/browser.mjs').then((m) => m.ensureChromium())"], { stdio: 'inherit' }),
  )
  suite('journeys in a browser', ['node_modules/@playwright/test/cli.js', 'test'], readJourneys)
}

function check(name, args, env = {}) {
  results.push({ name, ...(ran(name, args, env) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) })
}

// A suite that fell without a report has failed, whatever it counted.
function suite(name, args, readReport) {
  const isGreen = ran(name, args)
  const counted = readReport()
  results.push({ name, ...counted, failed: isGreen ? counted.failed : Math.max(1, counted.failed) })
}

function ran(name, args, env = {}) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(node(), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  return status === 0
}

function readUnits() {
  if (!existsSync(UNIT_REPORT)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
    readFileSync(UNIT_REPORT, 'utf8'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0) + numPendingTests,
  }
}

function readJourneys() {
  if (!existsSync(JOURNEY_REPORT)) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(JOURNEY_REPORT, 'utf8')).stats
  return { passed: expected, failed: unexpected + flaky + skipped }
}

function report() {
  console.log('')
  for (const { name, passed, failed } of results)
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`)
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') === 0 ? 0 : 1)
}
