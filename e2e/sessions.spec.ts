import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { lettersTo } from './support/mail'
import { someNetwork } from './support/network'
import { expect, expectAccessible, expectNoOverflow, type Locale, portalUrl, test } from './support/test'
import { wordsIn } from './support/words'

const WECHAT =
  'Mozilla/5.0 (Linux; Android 14; ABR-AL80; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47.2560(0x28002F37)'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

// Where one is signed in, as somebody finds a stranger there: on a phone, without JavaScript.
for (const locale of ['zh', 'fr'] as const) {
  test(`/${locale}: a letter tells of a new device, it is signed out from afar, and signing out everywhere asks for a proof`, async ({
    browser,
    sql,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const email = `synthetic-${randomUUID()}@example.org`
    const mine = await phone(browser, WECHAT)
    await signIn(mine, locale, email, 1)
    await mine.getByLabel(say('signIn.handle'), { exact: true }).fill(`tester-${randomUUID().slice(0, 8)}`)
    await mine.getByRole('button', { name: say('signIn.join') }).click()

    const other = await phone(browser, FIREFOX)
    await signIn(other, 'nl', email, 2)
    await expect.poll(() => lettersTo(email).then((all) => all.length)).toBe(3)
    const warning = (await lettersTo(email)).find(({ text }) => text.includes('/me/sessions'))
    expect(warning?.subject).toContain(say('sessions.letter.subject').split('{')[0])
    expect(warning?.text).toContain('Firefox · Linux')

    await mine.goto(/https?:\S+\/me\/sessions/.exec(warning?.text ?? '')?.[0] ?? '')
    await expect(mine.getByRole('heading', { level: 1 })).toHaveText(say('sessions.title'))
    const listed = mine.getByRole('listitem').filter({ has: mine.getByRole('heading', { level: 3 }) })
    await expect(listed).toHaveCount(2)
    await expect(listed.filter({ hasText: 'WeChat · Android' })).toContainText(say('sessions.current'))
    await expectNoOverflow(mine)
    await seen(mine, `${locale}-list`)
    await listed
      .filter({ hasText: 'Firefox · Linux' })
      .getByRole('button', { name: say('sessions.end') })
      .click()
    await expect(mine.getByText(say('sessions.ended'))).toBeVisible()
    await expect(listed).toHaveCount(1)
    await other.goto(`/${locale}/me`)
    await expect(other.getByRole('link', { name: say('account.signIn') })).toBeVisible()

    await sql(
      `UPDATE "Session" SET "startedAt" = now() - interval '16 minutes' WHERE "memberId" = (SELECT "memberId" FROM "WayIn" WHERE address = $1)`,
      [email],
    )
    await mine.getByRole('button', { name: say('sessions.endEverywhere'), exact: true }).click()
    await expect(mine.getByRole('heading', { level: 1 })).toHaveText(say('sessions.again'))
    await expectNoOverflow(mine)
    await seen(mine, `${locale}-again`)
    await prove(mine, locale, email, 3)
    await expect(mine.getByText(say('sessions.proven'))).toBeVisible()
    await mine.getByRole('button', { name: say('sessions.endEverywhere'), exact: true }).click()
    await expect(mine.getByText(say('signIn.signedOut'))).toBeVisible()
    await mine.goto(`/${locale}/me/sessions`)
    await expect(mine.getByText(say('sessions.guest'))).toBeVisible()
    for (const page of [mine, other]) await page.context().close()
  })

  test(`/${locale}: the list of sessions, and the page that asks for a proof, have nothing that axe finds`, async ({
    context,
    page,
    member,
  }) => {
    const { token } = await member()
    await context.addCookies([{ name: 'authjs.session-token', value: token, url: portalUrl() }])
    for (const path of ['me', 'me/sessions', 'sign-in?again=1&next=%2Fzh%2Fme%2Fsessions']) {
      await page.goto(`/${locale}/${path}`)
      await expectAccessible(page)
    }
  })
}

async function signIn(page: Page, locale: Locale, email: string, nth: number) {
  await page.goto(`/${locale}/sign-in`)
  await prove(page, locale, email, nth)
}

/** Asks for the nth letter with a code, and types the code. */
async function prove(page: Page, locale: Locale, email: string, nth: number) {
  const say = wordsIn(locale)
  const codes = async () => (await lettersTo(email)).flatMap(({ link, code }) => (link ? [code] : []))
  await page.getByLabel(say('signIn.email')).fill(email)
  await page.getByRole('button', { name: say('signIn.send') }).click()
  await expect.poll(async () => (await codes()).length).toBe(nth)
  await page.getByLabel(say('signIn.code')).fill((await codes()).at(-1) ?? '')
  await page.getByRole('button', { name: say('signIn.confirm'), exact: true }).click()
}

/** A phone without JavaScript, with a browser of this kind. */
async function phone(browser: Browser, userAgent: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    userAgent,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  return context.newPage()
}

async function seen(page: Page, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })
}
