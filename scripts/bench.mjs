// npm run bench: what the press is worth, side by side in one run, and what else costs a reader or a volunteer. Everything runs on
// this machine against a portal of its own; compare the ratios, not the numbers of two days.

import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { synthetics, talkedAbout, timesOfVerbs } from './bench/community.mjs'
import { timesByFollowers } from './bench/followers.mjs'
import { loadWith, nginxServing, percentile, rssOf, startServer, timed } from './bench/rig.mjs'
import { build, bundle, install } from './prepare.mjs'

const DATA_DIR = '.data/bench'
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5)
const PAGE = '/zh/how-we-check-facts'
const MEMBERS = 60
const ANSWERS = 12
const PAGES = {
  home: '',
  guides: '/guides',
  'a guide': '/guides/keep-number-from-abroad',
  'the longest guide': '/guides/scams',
  glossary: '/glossary',
  privacy: '/about/privacy',
  'an operator': '/operators/base',
  'facts of an operator': '/operators/mobile-vikings/facts',
  questions: '/questions',
  'how we check facts': '/how-we-check-facts',
  feedback: '/feedback',
  search: '/search?q=PUK',
  missing: '/missing',
}
const LOCALES = ['zh', 'en', 'fr', 'nl']
const WRITES = 300
const ROUNDS = 3

install()
bundle()
build()
rmSync(DATA_DIR, { recursive: true, force: true })

const firstStart = await timed(() => startServer(DATA_DIR))
await firstStart.result.stop()
const secondStart = await timed(() => startServer(DATA_DIR))
const pressed = secondStart.result
const unpressed = await startServer(`${DATA_DIR}-next`, ['--without-press'])
const firstRenders = await Promise.all(
  LOCALES.map(
    async (locale) =>
      (await timed(() => fetch(`${pressed.url}/${locale}/how-we-check-facts`).then((answer) => answer.text()))).ms,
  ),
)
const plain = await (await fetch(pressed.url + PAGE, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer()
const nginx = await nginxServing(`${DATA_DIR}-nginx`, Buffer.from(plain))

const idleMemory = memory()
const members = await synthetics(DATA_DIR, MEMBERS)
const question = await talkedAbout(pressed.url, members, ANSWERS)
PAGES[`a question with ${ANSWERS} answers`] = `/questions/${question}`
const throughput = []
const subjects = [
  ['nginx, a static file of the same bytes', nginx && `${nginx.url}/page.html`],
  ['press, the kept page', pressed.url + PAGE],
  ['Next without the press, the same page', unpressed.url + PAGE],
  ['press, a guide', `${pressed.url}/zh/guides/keep-number-from-abroad`],
  ['press, the list of questions', `${pressed.url}/zh/questions`],
  ['press, a question', `${pressed.url}/zh/questions/${question}`],
]
// In turns, and the middle of three, because the machine is shared.
for (const [name, url] of subjects) if (url) throughput.push({ name, url, rounds: [] })
for (let round = 0; round < ROUNDS; round += 1)
  for (const { url, rounds } of throughput) rounds.push(await loadWith(url, SECONDS))
for (const subject of throughput) subject.perSecond = percentile(subject.rounds, 0.5)

const writes = await postMany()
const searches = await searchTimes()
console.log(`\nPages a second (${loadWith.tool}, the middle of ${ROUNDS} rounds of ${SECONDS} s, Brotli)\n`)
const base = throughput.find(({ name }) => name.startsWith('press'))?.perSecond ?? 1
// How long the verbs take, each alone, and a question page right after a vote on it, when it must be made anew.
const verbs = await timesOfVerbs(pressed.url, members, question)
const { few, many, told } = await timesByFollowers(DATA_DIR, pressed.url, members)
table(
  throughput.map(({ name, perSecond }) => ({
    what: name,
    'per second': Math.round(perSecond).toLocaleString('en'),
    'press is': `${(base / perSecond).toFixed(2)} ×`,
  })),
)

console.log('\nTimes\n')
table([
  { what: 'first start with an empty data folder (built)', ms: Math.round(firstStart.ms) },
  { what: 'second start', ms: Math.round(secondStart.ms) },
  { what: 'first render of a page (median of four languages)', ms: Math.round(percentile(firstRenders, 0.5)) },
  ...verbs.flatMap(([what, times]) => [
    { what: `${what}, p50 of ${times.length}`, ms: percentile(times, 0.5).toFixed(1) },
    { what: `${what}, p95 of ${times.length}`, ms: percentile(times, 0.95).toFixed(1) },
  ]),
  { what: `to answer with 10 followers, p50 of ${few.length}`, ms: percentile(few, 0.5).toFixed(1) },
  { what: `to answer with 10,000 followers, p50 of ${many.length}`, ms: percentile(many, 0.5).toFixed(1) },
  {
    what: '10,000 followers to 10: the writer waits',
    ms: `${(percentile(many, 0.5) / percentile(few, 0.5)).toFixed(2)} ×`,
  },
  { what: `until all 10,000 are told, p50 of ${told.length}`, ms: Math.round(percentile(told, 0.5)) },
  { what: 'the first search after a change: everything is gathered anew', ms: Math.round(searches.first) },
  { what: `a search, p50 of ${searches.next.length}`, ms: percentile(searches.next, 0.5).toFixed(1) },
  { what: `a search, p95 of ${searches.next.length}`, ms: percentile(searches.next, 0.95).toFixed(1) },
  { what: `a write through the door, p50 of ${WRITES}`, ms: percentile(writes, 0.5).toFixed(1) },
  { what: `a write through the door, p95 of ${WRITES}`, ms: percentile(writes, 0.95).toFixed(1) },
])

console.log('\nMemory (resident)\n')
const after = memory()
table([
  { what: 'server process', 'idle MB': idleMemory.server, 'after the load MB': after.server },
  {
    what: 'PostgreSQL, all processes, shared memory counted once',
    'idle MB': idleMemory.postgres,
    'after the load MB': after.postgres,
  },
])

console.log('\nBytes as sent (Brotli), HTML and its CSS; budget 20,000\n')
table(await bytes())

await Promise.all([pressed.stop(), unpressed.stop(), nginx?.stop()])
for (const folder of [DATA_DIR, `${DATA_DIR}-next`, `${DATA_DIR}-nginx`])
  rmSync(folder, { recursive: true, force: true })

// Words of our readers, right and wrong, over the whole library in four languages.
async function searchTimes() {
  const words = ['保号卡', '充值', 'eSIM', 'herladen', 'carte prépayée', 'PUK', '11 位 SIM 卡号', 'quarantine']
  const one = async (nth) =>
    (await timed(() => fetch(`${pressed.url}/zh/search?q=${encodeURIComponent(words[nth % words.length])}`))).ms
  const first = await one(0)
  const next = []
  for (let nth = 0; nth < 80; nth += 1) next.push(await one(nth))
  return { first, next }
}

async function postMany() {
  const times = []
  for (let nth = 0; nth < WRITES; nth += 1) {
    const { ms } = await timed(() =>
      fetch(`${pressed.url}/api/v1/feedback`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': `10.9.${nth >> 8}.${nth & 255}`,
        },
        body: new URLSearchParams({
          locale: 'zh',
          kind: 'other',
          text: `synthetic benchmark message ${nth}`,
        }).toString(),
      }),
    )
    times.push(ms)
  }
  return times
}

function memory() {
  const { postgres } = JSON.parse(readFileSync(resolve(DATA_DIR, 'running.json'), 'utf8'))
  return { server: rssOf(pressed.pid), postgres: rssOf(postgres, { withChildren: true }) }
}

async function bytes() {
  const sheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(Buffer.from(plain).toString())?.[1] ?? ''
  const css = await sent(sheet)
  const rows = []
  for (const [what, path] of Object.entries(PAGES)) {
    const html = await Promise.all(LOCALES.map((locale) => sent(`/${locale}${path}`)))
    rows.push({
      what,
      ...Object.fromEntries(LOCALES.map((locale, nth) => [locale, html[nth]])),
      css,
      'largest sum': Math.max(...html) + css,
    })
  }
  return rows
}

async function sent(path) {
  const answer = await fetch(pressed.url + path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
  return Number(answer.headers.get('content-length'))
}

function table(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))]
  const width = (column) => Math.max(column.length, ...rows.map((row) => String(row[column] ?? '').length))
  const line = (cells) => `| ${cells.join(' | ')} |`
  const cell = (text, column, nth) =>
    nth === 0 ? String(text).padEnd(width(column)) : String(text).padStart(width(column))
  console.log(line(columns.map((column, nth) => cell(column, column, nth))))
  console.log(line(columns.map((column) => '-'.repeat(width(column)))))
  for (const row of rows) console.log(line(columns.map((column, nth) => cell(row[column] ?? '', column, nth))))
}
