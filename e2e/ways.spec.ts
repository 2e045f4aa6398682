import { randomUUID } from 'node:crypto'
import { lettersTo } from './support/mail'
import { atProvider, nameIn, type Outside, phone, seen, startOutside } from './support/outside'
import { expect, expectAccessible, expectNoOverflow, test } from './support/test'
import { wordsIn } from './support/words'

// An outside provider as a way in, from the first visit on.
let outside: Outside

test.beforeAll(async () => {
  outside = await startOutside()
})
test.afterAll(() => outside.stop())

for (const locale of ['zh', 'fr'] as const) {
  test(`/${locale}: somebody new comes from the provider without JavaScript, adds an address, and takes the provider away`, async ({
    browser,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const page = await phone(browser, outside)
    const who = `somebody-${randomUUID()}`
    const button = () => page.getByRole('button', { name: nameIn(say('signIn.with'), locale) })

    await page.goto(`/${locale}/sign-in`)
    await expectNoOverflow(page)
    await seen(page, `${locale}-sign-in`)
    await button().click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('alert')).toContainText(say('refusals.cancelled'))
    await expectNoOverflow(page)
    await seen(page, `${locale}-cancelled`)

    await button().click()
    await atProvider(page, who)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signIn.handleTitle'))
    const handle = `tester-${randomUUID().slice(0, 8)}`
    await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
    await page.getByRole('button', { name: say('signIn.join') }).click()
    await page.getByRole('link', { name: say('waysIn.title') }).click()

    await expect(page.getByRole('heading', { level: 3 })).toHaveText('Campus ID')
    await expect(page.getByText(say('waysIn.noAddress'))).toBeVisible()
    await page.getByRole('button', { name: say('waysIn.remove') }).click()
    await expect(page.getByRole('alert')).toContainText(say('refusals.lastWay'))
    await seen(page, `${locale}-last-way`)

    const email = `synthetic-${randomUUID()}@example.org`
    await page.getByLabel(say('waysIn.newAddress')).fill(email)
    await page.getByRole('button', { name: say('waysIn.send') }).click()
    await expect(page.getByRole('heading', { name: say('waysIn.waitingTitle') })).toBeVisible()
    await expectNoOverflow(page)
    await seen(page, `${locale}-waiting`)
    await page.getByLabel(say('signIn.code')).fill('000000')
    await page.getByRole('button', { name: say('waysIn.confirm') }).click()
    await expect(page.getByRole('alert')).toContainText(say('refusals.wrongCode'))
    await expect.poll(async () => (await lettersTo(email)).length).toBe(1)
    const [{ code = '', text = '' } = {}] = await lettersTo(email)
    expect(text).toContain(handle)
    await page.getByLabel(say('signIn.code')).fill(code)
    await page.getByRole('button', { name: say('waysIn.confirm') }).click()
    await expect(page.getByText(say('waysIn.added'))).toBeVisible()
    await expect(page.getByRole('heading', { level: 3 })).toHaveText([email, 'Campus ID'])
    await seen(page, `${locale}-two`)

    const linked = page.getByRole('listitem').filter({ hasText: 'Campus ID' })
    await linked.getByRole('button', { name: say('waysIn.remove') }).click()
    await expect(page.getByText(say('waysIn.removed'))).toBeVisible()
    await expect.poll(async () => (await lettersTo(email)).at(-1)?.text).toContain('Campus ID')

    await page.getByRole('button', { name: nameIn(say('waysIn.link'), locale) }).click()
    await atProvider(page, who)
    await expect(page.getByText(say('waysIn.added'))).toBeVisible()
    await page.context().close()
  })
}

for (const locale of ['zh', 'en'] as const) {
  test(`/${locale}: signing in and the ways in have nothing that axe finds, by day and by night, and go by keyboard`, async ({
    browser,
    member,
    sql,
  }) => {
    const { id, token } = await member()
    await sql(`INSERT INTO "WayIn" (id, "memberId", kind, address, "addedAt") VALUES ($1, $2, 'email', $3, now())`, [
      randomUUID(),
      id,
      `a-rather-long-synthetic-address-${randomUUID()}@example.org`,
    ])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        baseURL: outside.portal.url,
        colorScheme,
        viewport: { width: 1280, height: 900 },
      })
      const page = await context.newPage()
      await page.goto(`/${locale}/sign-in`)
      await expectAccessible(page)
      await seen(page, `${locale}-desk-${colorScheme}-sign-in`)
      await context.addCookies([{ name: 'authjs.session-token', value: token, url: outside.portal.url }])
      await page.goto(`/${locale}/me/ways-in`)
      await expectAccessible(page)
      await seen(page, `${locale}-desk-${colorScheme}-ways`)
      await page.setViewportSize({ width: 360, height: 740 })
      await expectNoOverflow(page)
      await seen(page, `${locale}-phone-${colorScheme}-ways`)
      await page.getByRole('button', { name: nameIn(wordsIn(locale)('waysIn.link'), locale) }).focus()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`^${outside.provider.issuer}`))
      await context.close()
    }
  })
}

test('of all that Auth.js answers nothing is there but the way back', async ({ request }) => {
  for (const path of [
    'signin',
    'signin/oidc',
    'signout',
    'session',
    'csrf',
    'providers',
    'error',
    'callback',
    'callback/google',
    'callback/email',
  ])
    for (const method of ['GET', 'POST'] as const)
      expect(
        (await request.fetch(`${outside.portal.url}/api/auth/${path}`, { method })).status(),
        `${method} ${path}`,
      ).toBe(404)
})
