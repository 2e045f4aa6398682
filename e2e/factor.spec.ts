import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { send } from './support/community'
import { lettersTo } from './support/mail'
import { besides } from './support/portal'
import { authenticatorApp, join, phone, signInByMail, signOut } from './support/sign-in'
import { expect, expectNoOverflow, portalDataDir, portalUrl, test } from './support/test'
import { wordsIn } from './support/words'

const run = promisify(execFile)

// An authenticator app and recovery codes, on a phone without JavaScript.
for (const locale of ['zh', 'fr'] as const) {
  test(`/${locale}: set up an app, sign in with it, a wrong code, one used before, and a recovery code once`, async ({
    browser,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const page = await phone(browser)
    const { email } = await join(page, locale)
    await page.getByRole('link', { name: say('secondStep.title') }).click()
    await expect(page.getByText(say('secondStep.withoutScript'))).toBeVisible()
    await expect(page.getByRole('button', { name: say('secondStep.addPasskey') })).toHaveCount(0)
    await expectNoOverflow(page)
    await seen(page, `${locale}-none`)

    await page.getByRole('button', { name: say('secondStep.setUpApp') }).click()
    await expect(page.getByRole('img', { name: say('secondStep.newApp.picture') })).toBeVisible()
    await expectNoOverflow(page)
    await seen(page, `${locale}-app`)
    const code = authenticatorApp((await page.locator('code').textContent()) ?? '')
    const finish = async (typed: string) => {
      await page.getByLabel(say('secondStep.newApp.code'), { exact: true }).fill(typed)
      await page.getByRole('button', { name: say('secondStep.newApp.confirm'), exact: true }).click()
    }
    await finish('000000')
    await expect(page.getByRole('alert')).toContainText(say('refusals.wrongAppCode'))
    await finish(await code())
    await expect(page.getByRole('heading', { name: say('secondStep.sheet') })).toBeVisible()
    const papers = await page
      .getByRole('listitem')
      .filter({ hasText: /^[a-z2-9]{5}-[a-z2-9]{5}$/ })
      .allTextContents()
    expect(new Set(papers).size).toBe(10)
    await expectNoOverflow(page)
    await seen(page, `${locale}-codes`)
    await page.getByRole('button', { name: say('secondStep.sheetDone') }).click()
    await expect(page.getByText(papers[0] ?? '')).toHaveCount(0)
    await expect
      .poll(() => lettersTo(email).then((all) => all.map(({ text }) => text).join()))
      .toContain(say('secondStep.letter.what.appAdded'))

    const prove = async (typed: string) => {
      await page.getByRole('textbox', { name: say('secondStep.signIn.code') }).fill(typed)
      await page.getByRole('button', { name: say('secondStep.signIn.confirm'), exact: true }).click()
    }
    const refused = () => expect(page.getByRole('alert')).toContainText(say('refusals.wrongSecondCode'))
    await signOut(page, locale)
    await signInByMail(page, locale, email, 2)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('secondStep.signIn.title'))
    await expectNoOverflow(page)
    await seen(page, `${locale}-second`)
    await page.goto(`/${locale}/me/profile`)
    await expect(page.getByRole('link', { name: say('account.signIn') })).toBeVisible() // nothing is open yet
    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('secondStep.signIn.goOn') }).click()
    await prove('000000')
    await refused()
    const second = await code()
    await prove(second)
    await expect(page.getByRole('button', { name: say('account.signOut') })).toBeVisible()

    await signOut(page, locale)
    await signInByMail(page, locale, email, 3)
    await prove(second)
    await refused()
    await prove(papers[0]?.toUpperCase() ?? '')
    await expect(page.getByRole('button', { name: say('account.signOut') })).toBeVisible()
    await page.goto(`/${locale}/me/second-step`)
    await expect(page.getByText(/\b9\b/).first()).toBeVisible()

    await signOut(page, locale)
    await signInByMail(page, locale, email, 4)
    await prove(papers[0] ?? '')
    await refused()
    await prove(await code())
    await expect(page.getByRole('button', { name: say('account.signOut') })).toBeVisible()
    await page.context().close()
  })
}

test('a moderator without a second factor is led to set one up, and cannot moderate by hand until then', async ({
  browser,
  member,
}) => {
  const say = wordsIn('en')
  const [moderator, author] = [await member({ role: 'moderator', factor: 'none' }), await member()]
  const { id: post } = await send('questions', { title: `synthetic question of ${author.handle}` }, author)
  expect((await send('removals', { post, reason: 'spam' }, moderator)).status).toBe(404)

  const page = await phone(browser)
  await page.context().addCookies([{ name: 'authjs.session-token', value: moderator.token, url: portalUrl() }])
  await page.goto('/en/me')
  await expect(page.getByText(say('secondStep.staff'))).toBeVisible()
  await expectNoOverflow(page)
  await seen(page, 'staff-me')
  await page.goto('/en/admin')
  await seen(page, 'staff-admin')
  await page.getByRole('link', { name: say('secondStep.setUp') }).click()
  await page.getByRole('button', { name: say('secondStep.setUpApp') }).click()
  const code = authenticatorApp((await page.locator('code').textContent()) ?? '')
  await page.getByLabel(say('secondStep.newApp.code'), { exact: true }).fill(await code())
  await page.getByRole('button', { name: say('secondStep.newApp.confirm'), exact: true }).click()
  await page.goto('/en/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('admin.title'))
  expect((await send('removals', { post, reason: 'spam' }, moderator)).status).toBe(201)

  await page.goto('/en/me/second-step')
  await page.getByRole('button', { name: say('secondStep.turnOff') }).click()
  await expect(page.getByRole('alert')).toContainText(say('refusals.lastFactor'))
  await page.context().close()
})

test('the host’s command lets a member who lost everything begin again, and says what it did', async ({ browser }) => {
  const say = wordsIn('en')
  const page = await phone(browser)
  const { email, handle } = await join(page, 'en')
  await page.goto('/en/me/second-step')
  await page.getByRole('button', { name: say('secondStep.setUpApp') }).click()
  const code = authenticatorApp((await page.locator('code').textContent()) ?? '')
  await page.getByLabel(say('secondStep.newApp.code'), { exact: true }).fill(await code())
  await page.getByRole('button', { name: say('secondStep.newApp.confirm'), exact: true }).click()

  const env = { ...process.env, ...(await besides(portalDataDir())), PUBLIC_URL: portalUrl() }
  const { stdout } = await run(process.execPath, ['dist/second-factor.js', 'reset', handle], { env })
  expect(stdout).toContain(`${handle}: took away 0 passkeys, 1 authenticator apps and 10 recovery codes`)
  await expect(
    run(process.execPath, ['dist/second-factor.js', 'reset', 'nobody-of-this-name'], { env }),
  ).rejects.toThrow(/there is no member/)
  await page.goto('/en/me')
  await expect(page.getByRole('link', { name: say('account.signIn') })).toBeVisible()
  await signInByMail(page, 'en', email, 2)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)
  const told = (await lettersTo(email)).map(({ text }) => text).join()
  expect(told).toContain(say('secondStep.letter.what.reset'))
  await page.context().close()
})

async function seen(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}
