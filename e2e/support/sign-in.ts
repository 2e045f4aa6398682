import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { lettersTo } from './mail'
import { someNetwork } from './network'
import { expect, type Locale, portalUrl } from './test'
import { wordsIn } from './words'

const PERIOD_MS = 30_000

/** A phone from a network of its own; without JavaScript unless it is said. */
export async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
    ...options,
  })
  return context.newPage()
}

/** Asks for a letter and types its code. `nth`: which letter with a code it is, of those to this address. */
export async function signInByMail(page: Page, locale: Locale, email: string, nth: number) {
  const say = wordsIn(locale)
  const codes = async () => (await lettersTo(email)).flatMap(({ link, code }) => (link ? [code] : []))
  await page.goto(`/${locale}/sign-in`)
  await page.getByLabel(say('signIn.email')).fill(email)
  await page.getByRole('button', { name: say('signIn.send') }).click()
  await expect.poll(async () => (await codes()).length).toBe(nth)
  await page.getByLabel(say('signIn.code')).fill((await codes()).at(-1) ?? '')
  await page.getByRole('button', { name: say('signIn.confirm'), exact: true }).click()
}

/** Joins under a new address and name. */
export async function join(page: Page, locale: Locale): Promise<{ email: string; handle: string }> {
  const say = wordsIn(locale)
  const [email, handle] = [`synthetic-${randomUUID()}@example.org`, `tester-${randomUUID().slice(0, 8)}`]
  await signInByMail(page, locale, email, 1)
  await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
  await page.getByRole('button', { name: say('signIn.join') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)
  return { email, handle }
}

export async function signOut(page: Page, locale: Locale) {
  const say = wordsIn(locale)
  await page.goto(`/${locale}/me`)
  await page.getByRole('button', { name: say('account.signOut') }).click()
  await expect(page.getByText(say('signIn.signedOut'))).toBeVisible()
}

/**
 * An authenticator app. Each code it gives is newer than the last, and the first is that of the step before this one: so a journey needs
 * three in a row without waiting for the clock.
 */
export function authenticatorApp(secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) })
  let last = 0
  return async () => {
    await expect.poll(() => stepNow() + 1 > last, { timeout: PERIOD_MS }).toBe(true)
    last = Math.max(stepNow() - 1, last + 1)
    return totp.generate({ timestamp: last * PERIOD_MS })
  }
}

function stepNow(): number {
  return Math.floor(Date.now() / PERIOD_MS)
}
