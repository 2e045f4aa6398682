import { randomUUID } from 'node:crypto'
import { askWithAnswers, send } from './support/community'
import { accessible, phone } from './support/phone'
import { expect, expectNoOverflow, type Member, portalUrl, type Sql, test } from './support/test'
import { wordsIn } from './support/words'

// Points, levels, badges and vouched-for roles, on a phone without JavaScript. axe needs scripts, so it looks a second time.
for (const locale of ['zh', 'fr'] as const) {
  test(`/${locale}: points are explained, a badge arrives, and the next level says what it takes`, async ({
    browser,
    member,
    sql,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const [asker, helper, voter] = [await member(), await member({ level: 'new' }), await member()]
    const page = await phone(browser, helper)
    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('reputation.title') }).click()
    await expect(page.getByText(say('reputation.nothing'))).toBeVisible()
    await expect(page.getByRole('link', { name: say('reputation.help') })).toBeVisible()

    const { id, answers } = await askWithAnswers(asker, helper, 1)
    const [answer = 0] = answers
    await send('acceptances', { question: id, answer }, asker)
    await send('votes', { post: answer, value: 1 }, voter)
    await send('votes', { post: answer, value: -1 }, asker)
    await page.reload()
    await expect(page.getByText(withFigure(locale, 'reputation.total', 23))).toBeVisible()
    for (const points of [/^\+15$/, /^\+10$/, /^[-−]2$/]) await expect(page.getByText(points)).toBeVisible()
    await expect(page.getByText(say('reputation.reasons.accepted'))).toBeVisible()
    await send('votes', { post: answer, value: 0 }, voter)
    await page.reload()
    await expect(page.getByText(withFigure(locale, 'reputation.total', 13))).toBeVisible()
    await expect(page.getByText(say('reputation.reversed'))).toBeVisible()
    await expectNoOverflow(page)
    await accessible(browser, helper, `/${locale}/me/reputation`)

    await held(sql, helper, 'firstAccepted')
    await page.goto(`/${locale}/me/inbox`)
    await expect(page.getByRole('heading', { level: 2, name: say('inbox.me') })).toBeVisible()
    await expectNoOverflow(page)
    await accessible(browser, helper, `/${locale}/me/inbox`)
    await page.getByRole('button', { name: /徽章|badges/ }).click()
    await expect(page).toHaveURL(`${portalUrl()}/${locale}/badges`)
    await expect(page.getByRole('heading', { level: 2, name: say('badges.names.firstAccepted') })).toBeVisible()
    await expectNoOverflow(page)
    await accessible(browser, helper, `/${locale}/badges`)

    await page.goto(`/${locale}/members/${helper.handle}`)
    await expect(page.getByText(say('levels.new'), { exact: true })).toBeVisible()
    await page.getByRole('link', { name: say('badges.names.firstAccepted') }).click()
    await expect(page).toHaveURL(/#firstAccepted$/)
    await accessible(browser, helper, `/${locale}/members/${helper.handle}`)

    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('abilities.title') }).click()
    await expect(page.getByRole('heading', { name: say('abilities.nextTitle') })).toBeVisible()
    await expect(page.getByRole('row', { name: say('abilities.acts.answers') })).toContainText('1')
    await expectNoOverflow(page)
    await accessible(browser, helper, `/${locale}/me/abilities`)
    await sql(`UPDATE "Member" SET "joinedAt" = now() - interval '25 hours' WHERE id = $1`, [helper.id])
    await send('comments', { post: answer, body: 'synthetic words' }, helper)
    await expect
      .poll(async () => (await sql('SELECT level FROM "Member" WHERE id = $1', [helper.id])).rows[0])
      .toEqual({
        level: 'member',
      })
    await page.reload()
    await expect(
      page.getByText(`${say('abilities.now')}${locale === 'fr' ? ' ' : ''}${say('levels.member')}`),
    ).toBeVisible()
    await page.getByRole('link', { name: say('reputation.how') }).click()
    await expect(page).toHaveURL(`${portalUrl()}/${locale}/about/trust`)
    await expectNoOverflow(page)
    await accessible(browser, helper, `/${locale}/about/trust`)
    await page.context().close()
  })

  test(`/${locale}: a new member is told what they may not do yet, and loses no word`, async ({ browser, member }) => {
    const say = wordsIn(locale)
    const [asker, helper, newcomer] = [await member(), await member(), await member({ level: 'new' })]
    const { id, answers } = await askWithAnswers(asker, helper, 1)
    const page = await phone(browser, newcomer)
    await page.goto(`/${locale}/posts/${answers[0]}/mine`)
    await expect(page.getByRole('link', { name: say('abilities.title') })).toBeVisible()
    await page.getByRole('button', { name: say('posts.down') }).click()
    await expect(page.getByRole('alert')).toContainText(say('refusals.notYet'))
    await page.goto(`/${locale}/posts/${id}/mine`)
    const words = 'https://one.example https://two.example'
    await page.getByLabel(say('mine.commentLabel'), { exact: true }).fill(words)
    await page.getByRole('button', { name: say('mine.sendComment'), exact: true }).click()
    await expect(page.locator('#comment-body-refusal')).toContainText(say('fieldRefusals.tooManyLinks'))
    await expect(page.getByLabel(say('mine.commentLabel'), { exact: true })).toHaveValue(words)
    for (let nth = 0; nth < 5; nth += 1)
      await send('comments', { post: id, body: `synthetic ${randomUUID()}` }, newcomer)
    await page.getByLabel(say('mine.commentLabel'), { exact: true }).fill('the sixth comment of a day')
    await page.getByRole('button', { name: say('mine.sendComment'), exact: true }).click()
    await expect(page.getByRole('alert')).toContainText(say('refusals.enoughToday'))
    await expect(page.getByRole('alert')).toContainText('24')
    await expect(page.getByLabel(say('mine.commentLabel'), { exact: true })).toHaveValue('the sixth comment of a day')
    await expectNoOverflow(page)
    await accessible(browser, newcomer, `/${locale}/posts/${id}/mine`)
    await page.context().close()
  })

  test(`/${locale}: an administrator vouches for a member by keyboard, a moderator empties a profile`, async ({
    browser,
    member,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const [administrator, moderator, helper] = [
      await member({ role: 'administrator' }),
      await member({ role: 'moderator' }),
      await member(),
    ]
    const { location } = await askWithAnswers(await member(), helper, 1)
    const question = location.replace('/en/', `/${locale}/`)
    await send('profiles', { name: `Synthetic ${randomUUID().slice(0, 8)}`, body: 'synthetic words' }, helper)

    const page = await phone(browser, administrator)
    await page.goto(`/${locale}/members/${helper.handle}`)
    await page.getByRole('link', { name: say('members.more'), exact: true }).click()
    await accessible(browser, administrator, `/${locale}/members/${helper.handle}/mine`)
    await page.getByRole('link', { name: say('memberMine.vouch') }).click()
    await expect(page.getByLabel(say('flairs.member'), { exact: true })).toHaveValue(helper.handle)
    await page.getByLabel(say('flairs.kind'), { exact: true }).selectOption('operatorStaff')
    await page.getByLabel(say('flairs.reason'), { exact: true }).fill('seen in a synthetic letter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.locator('#operator-refusal')).toBeVisible()
    await expect(page.getByLabel(say('flairs.reason'), { exact: true })).toHaveValue('seen in a synthetic letter')
    await page.getByLabel(say('flairs.operator'), { exact: true }).selectOption('base')
    await page.getByRole('button', { name: say('flairs.grant'), exact: true }).click()
    await expect(page.getByText(say('flairs.granted'))).toBeVisible()
    await expectNoOverflow(page)
    await accessible(browser, administrator, `/${locale}/admin/flairs`)
    const mark = page.locator('article').getByText(/^✓ .*BASE/)
    await page.goto(question)
    await expect(mark).toBeVisible()
    await expectNoOverflow(page)
    await accessible(browser, administrator, question)
    await accessible(browser, administrator, `/${locale}/members/${helper.handle}`)
    await page.goto(`/${locale}/admin/flairs`)
    const listed = page.getByRole('listitem').filter({ hasText: helper.handle })
    await listed.getByLabel(say('flairs.withdrawReason'), { exact: true }).fill('synthetic')
    await listed.getByRole('button').click()
    await expect(page.getByText(say('flairs.withdrawn'))).toBeVisible()
    await page.goto(question)
    await expect(mark).toHaveCount(0)

    const other = await phone(browser, moderator)
    await other.goto(`/${locale}/members/${helper.handle}/mine`)
    await other.getByLabel(say('memberMine.reason'), { exact: true }).selectOption('rude')
    await other.getByRole('button', { name: say('memberMine.clear'), exact: true }).click()
    await expect(other.getByRole('alert')).toBeVisible()
    await other.getByLabel(say('memberMine.about'), { exact: true }).check()
    await other.getByLabel(say('memberMine.reason'), { exact: true }).selectOption('rude')
    await other.getByRole('button', { name: say('memberMine.clear'), exact: true }).click()
    await expect(other.getByText(say('memberMine.cleared'))).toBeVisible()
    await other.goto(`/${locale}/members/${helper.handle}`)
    await expect(other.getByText(say('members.noAbout'))).toBeVisible()
    await expectNoOverflow(other)

    const told = await phone(browser, helper)
    await told.goto(`/${locale}/me/profile`)
    await expect(told.getByText(say('removalReasons.rude'))).toBeVisible()
    await accessible(browser, helper, `/${locale}/me/profile`)
    for (const one of [page, other, told]) await one.context().close()
  })
}

test('without an account the pages say what comes after signing in, and a stranger finds nothing to press', async ({
  browser,
}) => {
  const page = await phone(browser)
  const say = wordsIn('en')
  for (const [path, words] of [
    ['me/reputation', 'reputation.guest'],
    ['me/abilities', 'abilities.guest'],
  ] as const) {
    await page.goto(`/en/${path}`)
    await expect(page.getByText(say(words))).toBeVisible()
  }
  expect((await page.goto('/en/members/curators/mine'))?.status()).toBe(404)
  expect((await page.goto('/en/members/nobody-at-all/mine'))?.status()).toBe(404)
  await page.context().close()
})

/** The beginning of a sentence that begins with a figure, or has it after some words. */
function withFigure(locale: 'zh' | 'fr', key: string, figure: number): string {
  return locale === 'zh' ? `${wordsIn(locale)(key)} ${figure} ` : `${figure} points au total`
}

async function held(sql: Sql, { id }: Member, badge: string) {
  const found = `SELECT count(*)::int AS count FROM "Notification" n JOIN "Event" e ON e.id = n."eventId" WHERE n."memberId" = $1 AND e.codes ->> 'badge' = $2`
  await expect.poll(async () => (await sql(found, [id, badge])).rows[0], { timeout: 20_000 }).toEqual({ count: 1 })
}
