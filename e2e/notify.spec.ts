import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { lettersTo } from './support/mail'
import { someNetwork } from './support/network'
import { expect, expectAccessible, expectNoOverflow, type Member, portalUrl, type Sql, test } from './support/test'
import { wordsIn } from './support/words'

// Following and being told, on a phone without JavaScript. axe needs scripts, so a second look at each page has them.
for (const [locale, operator] of [
  ['zh', 'lycamobile'],
  ['fr', 'digi'],
] as const) {
  test(`/${locale}: follow, be told in the inbox and by letter, read, choose, end the letters by their link`, async ({
    browser,
    member,
    sql,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const title = `synthetic ${randomUUID()}`
    const [asker, helper] = [await member(), await member()]
    const address = await reachable(sql, asker, locale)
    const page = await visitor(browser, asker.token)
    const other = await visitor(browser, helper.token)

    await other.goto(`/${locale}/operators/${operator}`)
    await other.getByRole('link', { name: say('follow.operator').replace('{name}', '') }).click()
    await other.getByRole('button', { name: say('follow.start'), exact: true }).click()
    await expect(other.getByText(say('follow.isOn'))).toBeVisible()
    await expectNoOverflow(other)

    await page.goto(`/${locale}/questions/ask`)
    await page.getByLabel(say('ask.operator'), { exact: true }).selectOption(operator)
    await page.getByLabel(say('ask.question'), { exact: true }).fill(title)
    await page.getByRole('button', { name: say('ask.send') }).click()
    const question = /\/questions\/(\d+)/.exec(page.url())?.[1] ?? ''
    await page.goto(`/${locale}/posts/${question}/mine`)
    await expect(page.getByText(say('follow.isOn'))).toBeVisible()
    await page.getByRole('button', { name: say('follow.stop') }).click()
    await expect(page.getByText(say('follow.isOff'))).toBeVisible()
    await page.getByRole('button', { name: say('follow.start'), exact: true }).click()
    await expect(page.getByText(say('follow.isOn'))).toBeVisible()

    await arrived(sql, helper, question, 1)
    await other.goto(`/${locale}/me/inbox`)
    await expect(other.getByRole('heading', { level: 2, name: title })).toBeVisible()
    await other.goto(`/${locale}/posts/${question}/mine`)
    for (const words of ['a first synthetic answer', 'a second synthetic answer']) {
      await other.goto(`/${locale}/posts/${question}/mine`)
      await other.getByLabel(say('questions.yourAnswer')).fill(`${words}, **long** enough`)
      await other.getByRole('button', { name: say('questions.sendAnswer') }).click()
    }

    await arrived(sql, asker, question, 2)
    await sql(`UPDATE "Notification" SET "mailDueAt" = now() WHERE "memberId" = $1`, [asker.id])
    await expect.poll(async () => (await lettersTo(address)).length, { timeout: 20_000 }).toBe(1)
    const [letter] = await lettersTo(address)
    expect(letter?.subject).toContain('a second synthetic answer')
    expect(letter?.text).toMatch(/^a second synthetic answer, long enough/)
    expect(letter?.text).toContain(title)

    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('inbox.linkUnread') }).click()
    await expectNoOverflow(page)
    await accessible(browser, asker, `/${locale}/me/inbox`)
    await page.getByRole('button', { name: /[:：] 2 / }).click()
    await expect(page).toHaveURL(new RegExp(`/questions/${question}#post-\\d+$`))
    await page.goto(`/${locale}/me/inbox`)
    // What is left is about the asker: a first question earns a badge (lib/badges).
    await page.getByRole('button', { name: say('inbox.readAll'), exact: true }).click()
    await expect(page.getByRole('button', { name: say('inbox.readAll'), exact: true })).toHaveCount(0)

    await page.getByRole('link', { name: say('inbox.choices') }).click()
    await expect(page.getByLabel(byMail(say, 'answerToMine'))).toBeChecked()
    await page.getByLabel(byMail(say, 'operatorQuestion')).check()
    await page.getByRole('button', { name: say('choices.save'), exact: true }).click()
    await expect(page.getByText(say('choices.saved'))).toBeVisible()
    await expect(page.getByLabel(byMail(say, 'operatorQuestion'))).toBeChecked()
    await expectNoOverflow(page)
    await accessible(browser, asker, `/${locale}/me/notifications`)

    const guest = await visitor(browser)
    const link = /https?:\S+\/unsubscribe\?token=\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    await guest.goto(link)
    await expectNoOverflow(guest)
    await guest.getByRole('button', { name: say('unsubscribe.stop') }).click()
    await expect(guest.getByText(say('unsubscribe.done'))).toBeVisible()
    await accessible(browser, undefined, new URL(link).pathname + new URL(link).search)
    await page.goto(`/${locale}/me/notifications`)
    await expect(page.getByLabel(byMail(say, 'answerToMine'))).not.toBeChecked()
    await guest.goto(`${link}x`)
    await expect(guest.getByText(say('unsubscribe.invalid'))).toBeVisible()

    await other.goto(`/${locale}/guides/keep-number-from-abroad`)
    await other.getByRole('link', { name: say('follow.guide') }).click()
    await other.getByRole('button', { name: say('follow.start'), exact: true }).click()
    await other.getByRole('link', { name: say('follow.all') }).click()
    await expect(other.getByRole('listitem').getByRole('button')).toHaveCount(3)
    await expectNoOverflow(other)
    await accessible(browser, helper, `/${locale}/follow`)
    await accessible(browser, helper, `/${locale}/follow?operator=${operator}`)
    await other.getByRole('button', { name: new RegExp(`${say('follow.stop')} .*${operator}`, 'i') }).click()
    await expect(other.getByRole('listitem').getByRole('button')).toHaveCount(2)

    await guest.goto(`/${locale}/follow?operator=${operator}`)
    await expect(guest.getByRole('link', { name: say('follow.signIn') })).toBeVisible()
    expect((await guest.goto(`/${locale}/follow?operator=nobody`))?.status()).toBe(404)
    for (const one of [page, other, guest]) await one.context().close()
  })
}

/** The box of the page of choices where this event and letters meet. */
function byMail(say: (key: string) => string, kind: string): RegExp {
  const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${literally(say(`choices.names.${kind}`))}.*${literally(say('choices.ways.mail'))}`)
}

/** Gives a member an address, and letters in this language. */
async function reachable(sql: Sql, { id, handle }: Member, locale: string): Promise<string> {
  const address = `${handle}@example.org`
  await sql(`INSERT INTO "WayIn" (id, "memberId", kind, address, "addedAt") VALUES ($1, $2, 'email', $3, now())`, [
    randomUUID(),
    id,
    address,
  ])
  await sql('UPDATE "Member" SET locale = $2 WHERE id = $1', [id, locale])
  return address
}

/** So many pieces of news about this question have been told. */
async function arrived(sql: Sql, { id }: Member, question: string, count: number) {
  const told = 'SELECT count(*)::int AS count FROM "Notification" WHERE "memberId" = $1 AND "homeId" = $2'
  await expect.poll(async () => (await sql(told, [id, question])).rows[0]).toEqual({ count })
}

async function accessible(browser: Browser, member: Member | undefined, path: string) {
  const page = await visitor(browser, member?.token, true)
  await page.goto(path)
  await expectAccessible(page)
  if (process.env.SHOTS)
    await page.screenshot({
      path: `${process.env.SHOTS}/${path.replace(/\W+/g, '-').slice(0, 60)}.png`,
      fullPage: true,
    })
  await page.context().close()
}

async function visitor(browser: Browser, session?: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  if (session) await context.addCookies([{ name: 'authjs.session-token', value: session, url: portalUrl() }])
  return context.newPage()
}
