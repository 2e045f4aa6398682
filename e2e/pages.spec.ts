import { type APIResponse, request as playwrightRequest } from '@playwright/test'
import { expect, expectAccessible, expectNoOverflow, locales, portalUrl, test } from './support/test'

// Every type of page, by its address below the language.
const publicPages = ['', '/how-we-check-facts', '/no-such-page']
const privatePages = ['/feedback?page=%2Fzh', '/search?q=PUK', '/search?q=zzzz', '/feedback/received/none']
const languages = { zh: 'zh-Hans', en: 'en', fr: 'fr', nl: 'nl' }

for (const locale of locales) {
  for (const path of [...publicPages, ...privatePages]) {
    const address = `/${locale}${path}`

    test(`${address} is accessible, and fits a phone and a desk, light and dark`, async ({ page }) => {
      for (const [width, colorScheme] of [
        [320, 'light'],
        [360, 'light'],
        [1280, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 740 })
        await page.emulateMedia({ colorScheme })
        await page.goto(address)
        await expect(page.locator('html')).toHaveAttribute('lang', languages[locale])
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expectAccessible(page)
        await expectNoOverflow(page)
      }
    })

    test(`${address} fits its budget, sets no cookie, and asks no other host`, async ({ page, context }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const answer = await page.goto(address)
      expect(await context.cookies()).toEqual([])
      expect(asked.filter((url) => !url.startsWith(portalUrl()))).toEqual([])
      const sheets = await page
        .locator('link[rel=stylesheet]')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const bytes = await Promise.all([address, ...sheets].map(bytesSent))
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(20_000)
      expect(answer?.headers()['set-cookie']).toBeUndefined()
    })
  }

  test(`/${locale}: the language switch keeps the page`, async ({ page }) => {
    await page.goto(`/${locale}/how-we-check-facts`)
    for (const other of locales) {
      await page.locator(`nav a[hreflang="${languages[other]}"]`).click()
      await expect(page).toHaveURL(`${portalUrl()}/${other}/how-we-check-facts`)
      await expect(page.locator('html')).toHaveAttribute('lang', languages[other])
    }
  })

  test(`/${locale}: no link or file leads nowhere`, async ({ page, request }) => {
    const seen = new Set<string>()
    for (const path of publicPages.slice(0, 2).concat(privatePages)) {
      await page.goto(`/${locale}${path}`)
      const targets = await page
        .locator('a[href], link[href], meta[property="og:image"]')
        .evaluateAll((elements) =>
          elements.map((element) => element.getAttribute('href') ?? element.getAttribute('content') ?? ''),
        )
      for (const target of targets) if (!target.startsWith('mailto:')) seen.add(new URL(target, page.url()).href)
    }
    for (const url of seen) {
      const own = url.replace(/^https?:\/\/[^/]+/, portalUrl())
      expect((await request.get(own)).status(), url).toBe(/received\/none/.test(own) ? 404 : 200)
      const { hash } = new URL(url)
      if (hash) {
        await page.goto(own)
        await expect(page.locator(hash), url).toHaveCount(1)
      }
    }
  })

  test(`/${locale}: the page says its translations to search engines`, async ({ page }) => {
    await page.goto(`/${locale}/how-we-check-facts`)
    const alternates = await page
      .locator('link[rel=alternate]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))
    expect(alternates.sort()).toEqual(['en', 'fr', 'nl', 'x-default', 'zh-Hans'])
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      `${portalUrl()}/${locale}/how-we-check-facts`,
    )
    const data = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect(data.map((text) => JSON.parse(text)['@type'])).toEqual(['WebPage'])
  })
}

test('a bare address leads to the reader’s language, and to English when it is none of ours', async () => {
  for (const [accepted, expected] of [
    ['zh-TW,zh;q=0.9', 'zh'],
    ['fr-BE', 'fr'],
    ['nl;q=0.8,de', 'nl'],
    ['de,ja', 'en'],
  ] as const) {
    const request = await playwrightRequest.newContext({ extraHTTPHeaders: { 'Accept-Language': accepted } })
    const answer = await request.get(`${portalUrl()}/how-we-check-facts?x=1`, { maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toBe(`/${expected}/how-we-check-facts?x=1`)
    expect(answer.headers()['set-cookie']).toBeUndefined()
  }
})

test('every answer carries the security headers, whatever it is', async ({ request }) => {
  const answers = [
    await request.get('/zh'),
    await request.get('/zh/feedback'),
    await request.get('/zh/no-such-page'),
    await request.get('/icon.svg'),
    await request.get('/no-such-file.png'),
    await request.get('/api/v1/none'),
    await request.get('/healthz'),
    await request.get('/', { maxRedirects: 0 }),
    await request.get('/zh/', { maxRedirects: 0 }),
    await request.post('/api/v1/feedback', { data: {} }),
    await request.get('/zh', { headers: { RSC: '1' } }),
  ]
  for (const answer of answers) expectSecure(answer)
})

test('the address in the Host header changes nothing', async ({ request }) => {
  for (const path of ['/zh', '/sitemap.xml', '/robots.txt', '/guides']) {
    const answer = await request.get(path, {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
      maxRedirects: 0,
    })
    expect(JSON.stringify(answer.headers()) + (await answer.text()), path).not.toContain('evil.example')
  }
})

test('metrics are for this machine or for whoever has the token', async ({ request }) => {
  const answer = (headers: Record<string, string>) => request.get('/metrics', { headers }).then((got) => got.status())
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9' })).toBe(404)
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer token-of-the-journeys' })).toBe(200)
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer wrong' })).toBe(404)
  expect(await answer({ 'X-Forwarded-For': '127.0.0.1' })).toBe(404)
})

test('a reader with a keyboard meets the skip link first, sees where they are, and reaches everything', async ({
  page,
}) => {
  await page.goto('/en')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Read the rules' })).toBeFocused()
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineWidth)
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2)
})

test('the search finds, marks and links, and what it does not find becomes a message to us', async ({ page }) => {
  await page.goto('/zh')
  await page.getByRole('searchbox', { name: '搜索本站' }).fill('不猜')
  await page.getByRole('button', { name: '搜索' }).click()
  await expect(page.locator('mark').first()).toHaveText('不猜')
  await page.getByRole('link', { name: '我们不做的事' }).click()
  await expect(page).toHaveURL(/\/zh\/how-we-check-facts#never$/)

  await page.goto('/zh/search?q=火星')
  await page.getByRole('link', { name: '告诉我们没有找到什么' }).click()
  await expect(page.getByLabel('内容')).toHaveValue('我搜索了“火星”，没有找到。')
})

function expectSecure(answer: APIResponse) {
  const headers = answer.headers()
  const where = answer.url()
  expect(headers['x-content-type-options'], where).toBe('nosniff')
  expect(headers['referrer-policy'], where).toBe('strict-origin-when-cross-origin')
  expect(headers['cross-origin-opener-policy'], where).toBe('same-origin')
  expect(headers['permissions-policy'], where).toContain('camera=()')
  expect(headers['x-powered-by'], where).toBeUndefined()
  if (headers['content-type']?.includes('text/html')) {
    expect(headers['content-security-policy'], where).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy'], where).not.toContain('unsafe')
  }
}

// As sent to a browser that takes Brotli; Playwright's own client would unpack it.
async function bytesSent(path: string): Promise<number> {
  const answer = await fetch(new URL(path, portalUrl()), { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } })
  return Number(answer.headers.get('content-length'))
}
