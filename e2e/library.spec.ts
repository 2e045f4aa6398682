import { randomUUID } from 'node:crypto'
import { send } from './support/community'
import { expect, expectAccessible, expectNoOverflow, type Locale, locales, portalUrl, test } from './support/test'

// The whole library over plain HTTP: every guide in every language, every link that it holds, what it weighs.
const BUDGET_BYTES = 20_000
const PICTURE_BYTES = 8_000

for (const locale of locales)
  test(`/${locale}: every guide is there and light, and each of its links and anchors leads somewhere`, async () => {
    test.setTimeout(180_000)
    const paths = await guidePaths(locale)
    expect(paths.length).toBe(27)
    const style = await weightOf(await stylesheetOf(paths[0] ?? ''))
    const pages = new Map<string, Promise<string>>()
    const lost: string[] = []
    for (const path of paths) {
      expect(style + (await weightOf(path)), path).toBeLessThanOrEqual(BUDGET_BYTES)
      for (const link of linksIn(await text(path, pages)))
        if (!(await leadsSomewhere(link, pages))) lost.push(`${path} → ${link}`)
    }
    expect(lost).toEqual([])
  })

test('every drawing says what it shows, is small, and stands in the guides that name it', async ({ sql }) => {
  const { rows } = await sql(`SELECT slug, parts FROM "Guide"`)
  for (const { slug, parts } of rows) {
    const named = JSON.stringify(parts).match(/"picture"/g)?.length ?? 0
    for (const locale of locales) {
      const page = await text(`/${locale}/guides/${slug}`)
      const drawings = page.match(/<svg[^>]*role="img"[^>]*>.*?<\/svg>/gs) ?? []
      expect(drawings.length, slug).toBe(named)
      for (const drawing of drawings) {
        expect(drawing).toMatch(/aria-label="[^"]{20,}"/)
        expect(drawing.length).toBeLessThan(PICTURE_BYTES)
      }
    }
  }
})

test('a guide’s former name leads to the guide, which says its present address', async () => {
  for (const locale of locales) {
    const page = await text(`/${locale}/guides/top-up-and-paid-no-credit`)
    expect(page).toContain(`<link rel="canonical" href="${portalUrl()}/${locale}/guides/paid-no-credit"/>`)
  }
})

test('a question of the curators is signed by them, leads to its other languages and its guide, and has no invented votes', async ({
  page,
}) => {
  await page.goto('/fr/questions')
  const link = page.locator('main li h2[lang=fr] a').first()
  const title = await link.textContent()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  await expect(page.locator('main article bdi', { hasText: 'La rédaction' })).toHaveCount(2)
  await expect(page.locator('main article p a[href*="/fr/guides/"]').first()).toBeVisible()
  const alternates = await page
    .locator('link[rel=alternate][hreflang]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('hreflang')))
  expect(alternates.sort()).toEqual(['en', 'fr', 'zh-Hans'])
  await page.getByRole('link', { name: 'chinois' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('link', { name: '法语' })).toBeVisible()
})

test('a hidden language version is gone at once from the pages and lists that led to it, and back when it is restored', async ({
  sql,
  member,
}) => {
  const { rows } = await sql(
    `SELECT locale, "questionId" AS id FROM "Starter" WHERE slug = 'pay-again-when-no-credit-arrives' ORDER BY locale`,
  )
  const [en, zh] = rows.map(({ id }) => id as number)
  const links = async () => (await text(`/en/questions/${en}`)).includes(`/zh/questions/${zh}/`)
  const moderator = await member({ role: 'moderator' })
  expect(await links()).toBe(true)
  expect((await send('removals', { post: zh, reason: 'outdated' }, moderator)).status).toBe(201)
  expect(await links()).toBe(false)
  expect((await fetch(`${portalUrl()}/zh/questions/${zh}`)).status).toBe(404)
  expect((await send('restorations', { post: zh, reason: 'synthetic' }, moderator)).status).toBe(201)
  expect(await links()).toBe(true)
})

test('what readers write is read by administrators in the admin area, and does not exist for moderators', async ({
  page,
  context,
  member,
}) => {
  const said = `synthetic message ${randomUUID()}`
  await send('feedback', { kind: 'idea', text: said, page: '/zh/guides/scams', replyTo: 'a@example.org' })
  for (const [role, count] of [
    ['administrator', 1],
    ['moderator', 0],
  ] as const) {
    const { token } = await member({ role })
    await context.addCookies([{ name: 'authjs.session-token', value: token, url: portalUrl() }])
    await page.goto('/en/admin')
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByText(said)).toHaveCount(count)
    await expectAccessible(page)
  }
})

test('an operator without a guide says in a few steps what its customers do, in every language', async ({ page }) => {
  for (const locale of locales)
    for (const slug of ['digi', 'youfone', 'historic']) {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`/${locale}/operators/${slug}`)
      expect(await page.locator('section[aria-labelledby=brief] ol li').count()).toBeGreaterThanOrEqual(2)
      await expectNoOverflow(page)
      await expectAccessible(page)
    }
})

async function guidePaths(locale: Locale): Promise<string[]> {
  const library = await text(`/${locale}/guides`)
  return [...new Set(linksIn(library).filter((link) => link.startsWith(`/${locale}/guides/`)))]
}

function text(path: string, pages = new Map<string, Promise<string>>()): Promise<string> {
  const known = pages.get(path) ?? fetch(`${portalUrl()}${path}`).then((answer) => (answer.ok ? answer.text() : ''))
  pages.set(path, known)
  return known
}

function linksIn(page: string): string[] {
  return [...page.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

// Pages of ours are asked for; what is outside, dialed or sent is not.
async function leadsSomewhere(link: string, pages: Map<string, Promise<string>>): Promise<boolean> {
  if (!link.startsWith('/')) return link.startsWith('#') || /^(https?|tel|sms|mailto):/.test(link)
  const [path = '', anchor] = link.split('#')
  const page = await text(path, pages)
  return page !== '' && (!anchor || page.includes(`id="${anchor}"`))
}

async function weightOf(path: string): Promise<number> {
  const answer = await fetch(`${portalUrl()}${path}`, { headers: { 'Accept-Encoding': 'br' }, method: 'HEAD' })
  const bytes = Number(answer.headers.get('content-length'))
  expect(bytes, path).toBeGreaterThan(0)
  return bytes
}

async function stylesheetOf(path: string): Promise<string> {
  return /<link rel="stylesheet" href="([^"]+)"/.exec(await text(path))?.[1] ?? ''
}
