import { request as playwrightRequest } from '@playwright/test'
import { expect, expectAccessible, expectNoOverflow, locales, portalUrl, test } from './support/test'

// Every type of page, by its address below the language.
const publicPages = [
  '',
  '/how-we-check-facts',
  '/guides',
  '/guides/keep-number-from-abroad',
  '/guides/scams',
  '/glossary',
  '/about/privacy',
  '/operators',
  '/operators/base',
  '/operators/proximus/facts',
  '/facts/law',
  '/questions',
  '/experiences',
  '/no-such-page',
]
const privatePages = [
  '/feedback?page=%2Fzh',
  '/search?q=PUK',
  '/search?q=zzzz',
  '/feedback/received/none',
  '/questions/ask',
  '/experiences/new?operator=base',
  '/sign-in',
  '/sign-in/code',
  '/me',
]
const languages = { zh: 'zh-Hans', en: 'en', fr: 'fr', nl: 'nl' }

for (const locale of locales) {
  for (const path of [...publicPages, ...privatePages]) {
    const address = `/${locale}${path}`

    test(`${address} is accessible, and fits a phone and a desk, light and dark`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 740 })
      await page.goto(address)
      await expect(page.locator('html')).toHaveAttribute('lang', languages[locale])
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectNoOverflow(page)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoOverflow(page)
      await expectAccessible(page)
      // Everything but its colours is the same document.
      await page.setViewportSize({ width: 1280, height: 740 })
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectNoOverflow(page)
      await expectAccessible(page, ['color-contrast', 'link-in-text-block'])
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
    const texts = new Map<string, string>()
    for (const path of publicPages.slice(0, -1).concat(privatePages)) {
      await page.goto(`/${locale}${path}`)
      const targets = await page
        .locator('a[href], link[href], meta[property="og:image"]')
        .evaluateAll((elements) =>
          elements.map((element) => element.getAttribute('href') ?? element.getAttribute('content') ?? ''),
        )
      for (const target of targets) if (isOurs(target, page.url())) seen.add(new URL(target, page.url()).href)
    }
    for (const url of seen) {
      const own = url.replace(/^https?:\/\/[^/]+/, portalUrl()).replace(/#.*/, '')
      if (!texts.has(own)) {
        const answer = await request.get(own)
        expect(answer.status(), url).toBe(/received\/none/.test(own) ? 404 : 200)
        texts.set(own, await answer.text())
      }
      const { hash } = new URL(url)
      if (hash) expect(texts.get(own)?.split(` id="${hash.slice(1)}"`), url).toHaveLength(2)
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

test('a reader with a keyboard meets the skip link first, sees where they are, and reaches everything', async ({
  page,
}) => {
  await page.goto('/en')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Data used up: renew now' })).toBeFocused()
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

// The sources of facts are other people's pages: whether they still stand is not this test's matter.
function isOurs(target: string, page: string): boolean {
  if (/^(mailto|tel|sms):/.test(target)) return false
  return new URL(target, page).origin === new URL(page).origin
}

// As sent to a browser that takes Brotli; Playwright's own client would unpack it.
async function bytesSent(path: string): Promise<number> {
  const answer = await fetch(new URL(path, portalUrl()), { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } })
  return Number(answer.headers.get('content-length'))
}
