import { expect, locales, portalUrl, test } from './support/test'

const guides = ['what-xufei-means', 'paid-no-credit', 'keep-number-from-abroad', 'data-used-up', 'esim-and-sim']

for (const slug of guides)
  test(`${slug}: in four languages, codes can be dialed, facts lead to their source, the structured data is what is visible`, async ({
    page,
  }) => {
    for (const locale of locales) {
      const answer = await page.goto(`/${locale}/guides/${slug}`)
      expect(answer?.status()).toBe(200)
      const links = await page
        .locator('article a[href]')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      for (const link of links) {
        if (link.startsWith('tel:')) expect(link).toMatch(/^tel:(\+?\d+|(%23|\*|\d)+)$/)
        if (link.startsWith('sms:')) expect(link).toMatch(/^sms:\d{4,6}\?&body=/)
      }
      const facts = await page
        .locator('a.fact')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      expect(facts.length).toBeGreaterThan(0)
      for (const fact of [...new Set(facts)].slice(0, 5)) {
        const [path, anchor] = fact.split('#')
        const home = await (await fetch(`${portalUrl()}${path}`)).text()
        expect(home, fact).toContain(`id="${anchor}"`)
      }
      const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) =>
        JSON.parse(text),
      )
      expect(data.map((one) => one['@type'])).toEqual(['HowTo', 'BreadcrumbList'])
      const steps = await page.locator('article ol > li h3').allTextContents()
      expect(data[0].step.map(({ name }: { name: string }) => name)).toEqual(steps)
      for (const { url } of data[0].step) await expect(page.locator(`#${url.split('#')[1]}`)).toHaveCount(1)
    }
  })

test('a code is copied with one tap where scripts run, and nothing about it shows where they do not', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portalUrl() })
  await page.goto('/en/guides/data-used-up')
  const button = page.getByRole('button', { name: 'Copy' }).first()
  const code = await page.locator('code').first().textContent()
  await button.click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)

  const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: portalUrl() })
  const other = await bare.newPage()
  await other.goto('/en/guides/data-used-up')
  await expect(other.locator('button[data-copy]').first()).toBeHidden()
  await bare.close()
})

test('the print view has everything open and the addresses of its sources on paper', async ({ page }) => {
  await page.goto('/fr/guides/keep-number-from-abroad')
  await page.getByRole('link', { name: 'Version à imprimer' }).click()
  expect(await page.locator('details:not([open])').count()).toBe(0)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.screen-only').first()).toBeHidden()
})

test('no value of a low or unverified fact stands on any page of the ledger', async ({ sql, request }) => {
  const { rows } = await sql(
    `SELECT f.key, f.text, o.slug, s.kind FROM "Fact" f LEFT JOIN "Operator" o ON o.id = f."operatorId" LEFT JOIN "Subject" s ON s.id = f."subjectId" WHERE confidence = 'low' AND text IS NOT NULL`,
  )
  expect(rows.length).toBeGreaterThan(5)
  const chapters = { law: 'law', numbering: 'numbering', channel: 'channels', payment: 'payments', network: 'networks' }
  for (const { key, text, slug, kind } of rows)
    for (const locale of locales) {
      const path = slug
        ? `/${locale}/operators/${slug}/facts`
        : `/${locale}/facts/${chapters[kind as keyof typeof chapters]}`
      const page = await (await request.get(path)).text()
      expect(page, key).not.toContain(text[locale])
      expect(page, key).toContain(key.replace('.', '-'))
    }
})

test('every fact on a page stands with its source and its date', async ({ page }) => {
  for (const path of [
    '/en/operators/base/facts',
    '/en/operators/mobile-vikings',
    '/en/facts/law',
    '/en/facts/channels',
  ]) {
    await page.goto(path)
    const items = page.locator('li:has(> p)').filter({ hasText: 'confidence' })
    expect(await items.count(), path).toBeGreaterThan(3)
    for (const text of await items.allTextContents())
      expect(text, path).toMatch(/Source .+\..+ · (Not yet re-read|Read on)/)
  }
})
