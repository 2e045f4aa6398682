import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { send } from './support/community'
import { someNetwork } from './support/network'
import { expect, expectAccessible, expectNoOverflow, type Member, portalUrl, type Sql, test } from './support/test'
import { wordsIn } from './support/words'

// Being named, following a member and choosing how to be told, on a phone without JavaScript; axe needs scripts, so a second look has them.
for (const locale of ['zh', 'nl'] as const) {
  test(`/${locale}: named in an answer, told, led there; follow a member; choose every way and the quiet hours`, async ({
    browser,
    member,
    sql,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const [writer, named] = [await member(), await member()]
    const page = await visitor(browser, named.token)
    const title = `synthetic ${randomUUID()}`
    const question = await send('questions', { title, body: `synthetic words for @${named.handle}` }, writer)

    await told(sql, named, 1)
    await page.goto(`/${locale}/me/inbox`)
    await page.getByRole('button', { name: say('inbox.lines.mention').slice(0, 5) }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/questions/${question.id}`))
    await page.getByRole('link', { name: `@${named.handle}` }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}/members/${named.handle}$`))

    await page.goto(`/${locale}/members/${writer.handle}`)
    await expectNoOverflow(page)
    await page.getByRole('link', { name: say('follow.member') }).click()
    await expectNoOverflow(page)
    await page.getByRole('button', { name: say('follow.start'), exact: true }).click()
    await expect(page.getByText(say('follow.isOn'))).toBeVisible()
    await page.getByRole('link', { name: say('follow.all') }).click()
    await expect(page.getByRole('link', { name: writer.handle, exact: true })).toBeVisible()
    await send('questions', { title: `${title} again` }, writer)
    await told(sql, named, 2)
    await page.goto(`/${locale}/follow?member=${named.handle}`)
    await expect(page.getByText(say('follow.oneself'))).toBeVisible()

    await page.goto(`/${locale}/me/notifications`)
    await expectNoOverflow(page)
    await expect(page.getByText(say('push.noScript'))).toBeVisible()
    await box(page, say, 'votesReached', 'mail').check()
    await box(page, say, 'mention', 'inbox').uncheck()
    await expect(box(page, say, 'postHidden', 'inbox')).toBeDisabled()
    await page.getByLabel(say('choices.from'), { exact: true }).selectOption('22')
    await page.getByRole('button', { name: say('choices.save'), exact: true }).click()
    // One of the two hours is missing: said at its place, and nothing that was chosen is lost.
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel(say('choices.to'), { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await expect(box(page, say, 'votesReached', 'mail')).toBeChecked()
    await expect(box(page, say, 'mention', 'inbox')).not.toBeChecked()
    await page.getByLabel(say('choices.to'), { exact: true }).selectOption('8')
    await page.getByLabel(say('choices.zone'), { exact: true }).selectOption('Asia/Shanghai')
    await page.getByLabel(say('choices.digest'), { exact: true }).selectOption('weekly')
    await page.getByRole('button', { name: say('choices.save'), exact: true }).click()
    await expect(page.getByText(say('choices.saved'))).toBeVisible()
    await expect(page.getByLabel(say('choices.zone'), { exact: true })).toHaveValue('Asia/Shanghai')
    await expect(page.getByLabel(say('choices.from'), { exact: true })).toHaveValue('22')
    await expect(box(page, say, 'mention', 'inbox')).not.toBeChecked()
    await expectNoOverflow(page)

    await sql(
      `INSERT INTO "WayIn" (id, "memberId", kind, address, "addedAt", "refusedAt") VALUES ($1, $2, 'email', $3, now(), now())`,
      [randomUUID(), named.id, `${named.handle}@example.org`],
    )
    await page.reload()
    await accessible(browser, named, `/${locale}/me/notifications`)
    await page.getByRole('button', { name: say('choices.tryAgain') }).click()
    await expect(page.getByRole('button', { name: say('choices.tryAgain') })).toHaveCount(0)
    await accessible(browser, named, `/${locale}/me/inbox`)
    await accessible(browser, named, `/${locale}/follow?member=${writer.handle}`)
    await accessible(browser, undefined, `/${locale}/members/${writer.handle}`)
    await page.context().close()
  })

  test(`/${locale}: an administrator sees what was given up, has one tried again and drops the other`, async ({
    browser,
    member,
    sql,
  }) => {
    const say = wordsIn(locale)
    const administrator = await member({ role: 'administrator' })
    const page = await visitor(browser, administrator.token)
    for (const kind of ['tell', 'renderMentions'])
      await sql(
        `INSERT INTO "Job" (id, kind, key, "madeAt", "dueAt", tries, "failedAt", failure) VALUES ($1, $2, $3, now(), now(), 8, now(), 'TypeError')`,
        [randomUUID(), kind, `${kind}:${randomUUID()}`],
      )
    await page.goto(`/${locale}/admin`)
    await page.locator('a[href$="/admin/jobs"]').click()
    await expectNoOverflow(page)
    await accessible(browser, administrator, `/${locale}/admin/jobs`)
    for (const [act, kind] of [
      ['retry', 'tell'],
      ['drop', 'renderMentions'],
    ]) {
      const row = page.getByRole('listitem').filter({ hasText: say(`work.kinds.${kind}`) })
      const before = await row.count()
      await row
        .first()
        .getByRole('button', { name: say(`work.${act}`) })
        .click()
      await expect(row).toHaveCount(before - 1)
    }
    await page.context().close()
  })
}

test('by keyboard alone: the boxes, the hours and the button are reached in order and work', async ({
  browser,
  member,
}) => {
  const page = await visitor(browser, (await member()).token, true)
  await page.goto('/en/me/notifications')
  const first = box(page, wordsIn('en'), 'answerToMine', 'inbox')
  await first.focus()
  await page.keyboard.press('Space')
  await expect(first).not.toBeChecked()
  await page.keyboard.press('Tab')
  await expect(box(page, wordsIn('en'), 'answerToMine', 'mail')).toBeFocused()
  await page.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(first).not.toBeChecked()
  await page.context().close()
})

/** The box where an event and a way of being told meet. */
function box(page: Page, say: (key: string) => string, kind: string, way: string) {
  const [event, label] = [say(`choices.names.${kind}`), say(`choices.ways.${way}`)]
  return page.getByRole('row').filter({ hasText: event }).getByRole('checkbox', { name: label })
}

async function told(sql: Sql, { id }: Member, count: number) {
  const all = 'SELECT count(*)::int AS count FROM "Notification" WHERE "memberId" = $1'
  await expect.poll(async () => (await sql(all, [id])).rows[0], { timeout: 15_000 }).toEqual({ count })
}

async function accessible(browser: Browser, member: Member | undefined, path: string) {
  const page = await visitor(browser, member?.token, true)
  await page.goto(path)
  await expectAccessible(page)
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
