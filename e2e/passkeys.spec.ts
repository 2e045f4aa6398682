import type { Page } from '@playwright/test'
import { lettersTo } from './support/mail'
import { startPortal } from './support/portal'
import { join, phone, signInByMail, signOut } from './support/sign-in'
import { expect, expectAccessible, expectNoOverflow, test } from './support/test'
import { wordsIn } from './support/words'

// Passkeys, with Chromium's own virtual authenticator: a phone that recognizes its person.
for (const locale of ['zh', 'nl'] as const) {
  test(`/${locale}: add a passkey, sign in with it alone, and as the second step after a letter; remove it`, async ({
    browser,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const page = await phone(browser, { javaScriptEnabled: true })
    await withAuthenticator(page)
    const { email, handle } = await join(page, locale)
    await page.goto(`/${locale}/me/second-step`)
    await expectAccessible(page)
    await byKeyboard(page, say('secondStep.addPasskey'))
    await expect(page.getByRole('heading', { name: say('secondStep.sheet') })).toBeVisible()
    await expect(page).toHaveURL(/me\/second-step#codes$/)
    await expectAccessible(page)
    await expectNoOverflow(page)
    await seen(page, `${locale}-added`)

    await page.getByRole('button', { name: say('secondStep.addPasskey') }).click()
    await expect(page.getByText(say('secondStep.already'))).toBeVisible() // the same device again

    await signOut(page, locale)
    await expectAccessible(page)
    await expectNoOverflow(page)
    await seen(page, `${locale}-sign-in`)
    await byKeyboard(page, say('secondStep.withPasskey.button'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)

    await signOut(page, locale)
    await signInByMail(page, locale, email, 2)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('secondStep.signIn.title'))
    await expectAccessible(page)
    await expectNoOverflow(page)
    await seen(page, `${locale}-second`)
    await page.getByRole('button', { name: say('secondStep.signIn.passkey') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)

    await page.goto(`/${locale}/me/second-step`)
    const own = page.getByRole('listitem').filter({ hasText: 'Chrome' })
    await expect(own).toContainText(say('secondStep.lastUsed'))
    await own.getByRole('button', { name: say('secondStep.remove') }).click()
    await expect(page.getByText(say('secondStep.removed'), { exact: true })).toBeVisible()
    await expect(page.getByText(say('secondStep.noPasskeys'))).toBeVisible()
    await expect.poll(async () => (await told(email)).includes(say('secondStep.letter.what.passkeyRemoved'))).toBe(true)
    expect(await told(email)).toContain(say('secondStep.letter.what.passkeyAdded'))
    await page.context().close()
  })
}

test('a proof that is too old leads through signing in with the passkey, and back', async ({ browser, sql }) => {
  const say = wordsIn('en')
  const page = await phone(browser, { javaScriptEnabled: true })
  await withAuthenticator(page)
  const { handle } = await join(page, 'en')
  await page.goto('/en/me/second-step')
  await page.getByRole('button', { name: say('secondStep.addPasskey') }).click()
  await page.getByRole('button', { name: say('secondStep.sheetDone') }).click()
  await sql(
    `UPDATE "Session" SET "startedAt" = now() - interval '16 minutes' WHERE "memberId" = (SELECT id FROM "Member" WHERE handle = $1)`,
    [handle],
  )
  await page.getByRole('button', { name: say('secondStep.addPasskey') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('sessions.again'))
  await page.getByRole('button', { name: say('secondStep.withPasskey.button') }).click()
  await expect(page.getByText(say('sessions.proven'))).toBeVisible()
  await expect(page).toHaveURL(/me\/second-step#proven$/)
  await page.context().close()
})

test('who cancels reads that nothing happened, and may press again', async ({ browser }) => {
  const say = wordsIn('en')
  const page = await phone(browser, { javaScriptEnabled: true })
  const { client, authenticatorId } = await withAuthenticator(page)
  await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto('/en/sign-in')
  const button = page.getByRole('button', { name: say('secondStep.withPasskey.button') })
  await button.click()
  await expect(page.getByText(say('secondStep.cancelled'))).toBeVisible()
  await expect(button).toBeEnabled()
  await page.context().close()
})

test('where a site is not reached by https, the page says so instead of showing a dead button', async ({ browser }) => {
  test.slow()
  const say = wordsIn('en')
  const portal = await startPortal({ dataDir: '.data/e2e-plain', env: { PUBLIC_URL: 'http://portal.test' } })
  const page = await phone(browser, { javaScriptEnabled: true, baseURL: portal.url })
  await page.goto('/en/sign-in')
  await expect(page.getByText(say('secondStep.notHere'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('secondStep.withPasskey.button') })).toHaveCount(0)
  await page.context().close()
  await portal.stop()
})

async function withAuthenticator(page: Page) {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { client, authenticatorId }
}

/** Goes to a button with the Tab key alone, and presses it with Enter. */
async function byKeyboard(page: Page, name: string) {
  const button = page.getByRole('button', { name })
  for (let nth = 0; nth < 60 && !(await button.evaluate((one) => one === document.activeElement)); nth += 1)
    await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}

async function told(email: string): Promise<string> {
  return (await lettersTo(email)).map(({ text }) => text).join()
}

async function seen(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}
