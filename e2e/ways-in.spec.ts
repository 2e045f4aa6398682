import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { lettersTo } from './support/mail'
import { atProvider, type Outside, phone, seen, startOutside } from './support/outside'
import { expect, expectAccessible, expectNoOverflow, test } from './support/test'
import { wordsIn } from './support/words'

// What must not happen with ways in, as somebody sees it who tries.
let outside: Outside

test.beforeAll(async () => {
  outside = await startOutside()
})
test.afterAll(() => outside.stop())

test('the letter’s link adds an address only where its member is signed in; a known address is said, and a stale session asks for a proof first', async ({
  browser,
  sql,
}) => {
  test.slow()
  const say = wordsIn('en')
  const page = await phone(browser, outside)
  const who = `somebody-${randomUUID()}`
  await page.goto('/en/sign-in?next=%2Fen%2Fme%2Fways-in')
  await page.getByRole('button', { name: 'Sign in with Campus ID' }).click()
  await atProvider(page, who)
  const handle = `tester-${randomUUID().slice(0, 8)}`
  await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
  await page.getByRole('button', { name: say('signIn.join') }).click()
  await expect(page).toHaveURL(/\/en\/me\/ways-in$/)

  const email = `synthetic-${randomUUID()}@example.org`
  await page.getByLabel(say('waysIn.newAddress')).fill(email)
  await page.getByRole('button', { name: say('waysIn.send') }).click()
  await expect.poll(async () => (await lettersTo(email)).length).toBe(1)
  const link = /https?:\S+\/me\/ways-in\/link\/[\w-]+/.exec((await lettersTo(email))[0]?.text ?? '')?.[0] ?? ''
  const path = new URL(link).pathname
  const elsewhere = await phone(browser, outside)
  await elsewhere.goto(path)
  await expect(elsewhere.getByText(say('waysIn.linkElsewhere'))).toBeVisible()
  await seen(elsewhere, 'en-link-elsewhere')
  await page.goto(path)
  await seen(page, 'en-link')
  await expectAccessible(await withScripts(browser, page, path))
  await page.getByRole('button', { name: say('waysIn.confirm') }).click()
  await expect(page.getByText(say('waysIn.added'))).toBeVisible()

  // Another account at the provider that has this address, verified: it is said, and nobody is signed in.
  const other = `somebody-${randomUUID()}`
  outside.provider.people.set(other, { email, email_verified: true })
  await elsewhere.goto('/en/sign-in')
  await elsewhere.getByRole('button', { name: 'Sign in with Campus ID' }).click()
  await atProvider(elsewhere, other)
  await expect(elsewhere.getByRole('alert')).toContainText(say('refusals.addressKnown'))
  await expectNoOverflow(elsewhere)
  await seen(elsewhere, 'en-known')

  await sql(
    `UPDATE "Session" SET "startedAt" = now() - interval '16 minutes' WHERE "memberId" = (SELECT id FROM "Member" WHERE handle = $1)`,
    [handle],
  )
  await page
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('button', { name: say('waysIn.remove') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('sessions.again'))
  await seen(page, 'en-again')
  await page.context().clearCookies({ domain: '127.0.0.1' }) // as somebody else would come to the provider
  await page.getByRole('button', { name: 'Sign in with Campus ID' }).click()
  await atProvider(page, `stranger-${randomUUID()}`)
  await expect(page.getByRole('alert')).toContainText(say('refusals.otherMember'))
  await seen(page, 'en-other')
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await page.getByRole('button', { name: 'Sign in with Campus ID' }).click()
  await atProvider(page, who)
  await expect(page.getByText(say('sessions.proven'))).toBeVisible()
  await page
    .getByRole('listitem')
    .filter({ hasText: email })
    .getByRole('button', { name: say('waysIn.remove') })
    .click()
  await expect(page.getByText(say('waysIn.removed'))).toBeVisible()
  for (const one of [page, elsewhere]) await one.context().close()
})

/** The same page in a browser with scripts, which axe needs. */
async function withScripts(browser: Browser, page: Page, path: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: outside.portal.url,
    storageState: await page.context().storageState(),
  })
  const other = await context.newPage()
  await other.goto(path)
  return other
}
