import type { Page } from '@playwright/test'
import { lettersTo } from './mail'
import { expect, type Locale } from './test'
import { wordsIn } from './words'

/** Asks for one more letter with a code, and types the code. */
export async function prove(page: Page, locale: Locale, email: string) {
  const say = wordsIn(locale)
  const codes = async () => (await lettersTo(email)).flatMap(({ link, code }) => (link ? [code] : []))
  const before = (await codes()).length
  await page.getByLabel(say('signIn.email')).fill(email)
  await page.getByRole('button', { name: say('signIn.send') }).click()
  await expect.poll(async () => (await codes()).length).toBe(before + 1)
  await page.getByLabel(say('signIn.code')).fill((await codes()).at(-1) ?? '')
  await page.getByRole('button', { name: say('signIn.confirm'), exact: true }).click()
}
