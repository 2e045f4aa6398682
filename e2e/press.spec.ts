import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { someNetwork } from './support/network'
import { besides, startPortal } from './support/portal'
import { postFeedback } from './support/post'
import { expect, locales, portalDataDir, portalUrl, test } from './support/test'

const tallyPage = '/en/how-we-check-facts'

test('what is not there answers 404, what was and is no more 410, in words', async ({ page, sql }) => {
  expect((await page.goto('/en/no-such-page'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')

  const old = randomUUID().replace(/^(.{14})./, '$17')
  await sql(
    `INSERT INTO "Feedback" (id, kind, text, locale, "sentAt") VALUES ($1, 'other', 'synthetic', 'zh', now() - interval '2 days')`,
    [old],
  )
  await sql(`INSERT INTO "Event" (id, kind, at, "feedbackId") VALUES ($1, 'feedbackSent', now(), $2)`, [
    randomUUID(),
    old,
  ])
  expect((await page.goto(`/en/feedback/received/${old}`))?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page was removed')
})

test('the writer’s next read shows the change, in this process and in a second one on the same database', async () => {
  const second = await startPortal({ dataDir: portalDataDir(), env: await besides(portalDataDir()) })
  for (let round = 0; round < 50; round += 1) {
    // Both hold the page before the write; the write goes to one, the reads to both.
    const writer = round % 2 === 0 ? portalUrl() : second.url
    const before = await Promise.all([total(portalUrl()), total(second.url)])
    await send(writer)
    const after = await Promise.all([total(portalUrl()), total(second.url)])
    expect(Math.min(...after), `round ${round}`).toBeGreaterThan(Math.max(...before))
  }
  await second.stop()
})

test('four languages that are asked at once, during writes, all show the last write when it has returned', async () => {
  const read = () => Promise.all(locales.map((locale) => tally(portalUrl(), locale)))
  for (let round = 0; round < 40; round += 1) {
    const before = Math.max(...(await read()))
    // Readers come while the write is under way, and join each other's reads.
    const during = Array.from({ length: 5 }, read)
    await send(portalUrl())
    const after = await read()
    await Promise.all(during)
    expect(Math.min(...after), `round ${round}`).toBeGreaterThan(before)
    expect(Math.min(...(await read())), `round ${round}, later`).toBeGreaterThan(before)
  }
})

test('a restart without a build shows the present, not what the build or the last life saw', async () => {
  const dataDir = '.data/e2e-restart'
  await rm(dataDir, { recursive: true, force: true })
  const first = await startPortal({ dataDir })
  expect(await total(first.url)).toBe(0)
  await send(first.url)
  expect(await total(first.url)).toBe(1)
  await first.stop()

  const next = await startPortal({ dataDir })
  expect(await total(next.url)).toBe(1)
  await next.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('what one member left on a private page never reaches another, in a thousand interleaved reads', async ({
  member,
  request,
}) => {
  const [author, other] = [await member(), await member()]
  const canary = `canary-${randomUUID()}`
  const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: author.cookie }
  await request.post('/api/v1/feedback', {
    form: { locale: 'zh', kind: 'idea', text: '', page: canary },
    headers,
    maxRedirects: 0,
  })

  const read = (cookie: string) =>
    fetch(`${portalUrl()}/zh/feedback`, { headers: { Cookie: cookie } }).then((answer) => answer.text())
  expect(await read(author.cookie)).toContain(canary)
  let foreign = 0
  for (let batch = 0; batch < 50; batch += 1) {
    const reads = Array.from({ length: 20 }, () => read(other.cookie))
    const [mine, ...theirs] = await Promise.all([read(author.cookie), ...reads])
    expect(mine).toContain(canary)
    foreign += theirs.filter((page) => page.includes(canary)).length
  }
  expect(foreign).toBe(0)
})

test('a flood of made-up addresses renders nothing and keeps the bytes bounded', async () => {
  const metrics = async () => {
    const answer = await fetch(`${portalUrl()}/metrics`, {
      headers: { Authorization: 'Bearer token-of-the-journeys', 'X-Forwarded-For': someNetwork() },
    })
    return Object.fromEntries(
      [...(await answer.text()).matchAll(/^(xuxin_\w+) (\d+)$/gm)].map(([, name, value]) => [name, Number(value)]),
    )
  }
  await fetch(`${portalUrl()}/zh/made-up`)
  const before = await metrics()
  for (let batch = 0; batch < 50; batch += 1) {
    await Promise.all(
      Array.from({ length: 40 }, (_, nth) =>
        fetch(`${portalUrl()}/zh/made-up-${batch}-${nth}?x=${nth}`).then((answer) => answer.text()),
      ),
    )
  }
  const after = await metrics()

  expect(after.xuxin_press_kept_bytes).toBeLessThanOrEqual(64_000_000)
  expect((after.xuxin_press_kept_pages ?? 0) - (before.xuxin_press_kept_pages ?? 0)).toBeLessThanOrEqual(20)
})

// The sum of the table, which stands in every language; nothing while there is only the invitation.
async function tally(origin: string, locale: string): Promise<number> {
  const page = await (await fetch(`${origin}/${locale}/how-we-check-facts`)).text()
  const cells = [...page.matchAll(/tabular-nums">([^<]*)</g)].map(([, count = '']) => Number(count.replace(/\D/g, '')))
  return cells.reduce((sum, count) => sum + count, 0)
}

async function total(origin: string): Promise<number> {
  const page = await (await fetch(`${origin}${tallyPage}`)).text()
  return Number(/(\d[\d,]*) messages? so far/.exec(page)?.[1]?.replaceAll(',', '') ?? 0)
}

async function send(origin: string) {
  expect(await postFeedback(origin, { text: `synthetic ${randomUUID()}` })).toBeDefined()
}
