import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { filesIn } from '../lib/testing/zip'
import { lettersTo } from './support/mail'
import { expectAxe, phone, seen } from './support/phone'
import { prove } from './support/prove'
import { expect, expectNoOverflow, type Locale, portalUrl, type Sql, test } from './support/test'
import { wordsIn } from './support/words'

// What is kept about me, the copy of it, and leaving: on a phone without JavaScript. axe needs scripts, so it looks at each page once more.
for (const locale of ['zh', 'en'] as const) {
  test(`/${locale}: join, agree, take a copy, leave, take it back, leave for good`, async ({ browser, sql }) => {
    test.setTimeout(240_000) // six letters, and axe by day and by night
    const say = wordsIn(locale)
    const email = `synthetic-${randomUUID()}@example.org`
    const handle = `tester-${randomUUID().slice(0, 8)}`
    const page = await phone(browser)
    await page.goto(`/${locale}/sign-in`)
    await prove(page, locale, email)
    await expect(page.getByText(say('signIn.agree').split('<')[0] ?? '')).toBeVisible()
    await expectNoOverflow(page)
    await seen(page, `${locale}-handle`)
    await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
    await page.getByRole('button', { name: say('signIn.join') }).click()
    const title = `synthetic ${randomUUID()}`
    await page.goto(`/${locale}/questions/ask`)
    await page.getByLabel(say('ask.question'), { exact: true }).fill(title)
    await page.getByRole('button', { name: say('ask.send') }).click()
    const question = /\/questions\/(\d+)/.exec(page.url())?.[1] ?? ''

    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('data.title'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('data.title'))
    await expect(page.getByText(/privacy|隐私/i).first()).toBeVisible()
    await expectNoOverflow(page)
    await expectAxe(browser, page, `${locale}-data`)

    // The copy: asked for, told by letter and in the inbox, taken from the page.
    await page.getByRole('button', { name: say('data.exportAsk'), exact: true }).click()
    await expect(page.getByText(say('data.exportAsked'))).toBeVisible()
    await expect.poll(() => letterAbout(email, '/me/data'), { timeout: 20_000 }).toBe(1)
    await page.goto(`/${locale}/me/inbox`)
    await page.getByRole('link', { name: wordsInside(locale, 'inbox.exportReady') }).click()
    await expect(page.getByText(say('data.exportCareful'))).toBeVisible()
    await expectNoOverflow(page)
    await expectAxe(browser, page, `${locale}-ready`)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: say('data.exportDownload') }).click()
    const files = await filesIn(await readFile(await (await downloading).path()))
    expect(files.get('README.txt')).toContain(handle)
    expect([...files.values()].some((text) => text.includes(title))).toBe(true)
    expect(JSON.parse(files.get('ways-in.json') ?? '')).toMatchObject([{ address: email }])

    // An older proof leads through signing in, and back to the page: not to the file.
    await older(sql, email)
    await page.getByRole('link', { name: say('data.exportDownload') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('sessions.again'))
    await prove(page, locale, email)
    await expect(page.getByText(say('sessions.proven'))).toBeVisible()

    // Leaving: the wrong name changes nothing, and what was chosen is kept.
    await page.getByRole('link', { name: say('data.eraseLink') }).click()
    await expectNoOverflow(page)
    await expectAxe(browser, page, `${locale}-erasure`)
    await page.getByLabel(say('data.erasure.remove'), { exact: true }).check()
    await page.getByLabel(say('data.erasure.handle')).fill('somebody-else')
    await page.getByRole('button', { name: say('data.erasure.send') }).click()
    await expect(page.getByText(say('fieldRefusals.notYourName'))).toBeVisible()
    await expect(page.getByLabel(say('data.erasure.remove'), { exact: true })).toBeChecked()
    await expectAxe(browser, page, `${locale}-erasure-refused`)
    await page.getByLabel(say('data.erasure.handle')).fill(handle)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('signIn.left'))).toBeVisible()
    await expectNoOverflow(page)
    await seen(page, `${locale}-left`)
    await page.goto(`/${locale}/questions/${question}`)
    await expect(page.getByText(say('posts.formerMember'))).toBeVisible()
    await expect(page.getByText(handle)).toHaveCount(0)
    expect((await page.goto(`/${locale}/members/${handle}`))?.status()).toBe(404)

    // Within the days of grace: the letter, signing in, one button.
    await expect.poll(() => letterAbout(email, '/me/data'), { timeout: 20_000 }).toBe(2)
    await page.goto(`/${locale}/sign-in`)
    await prove(page, locale, email)
    await expect(page.getByRole('heading', { level: 2, name: say('data.leaving.title') })).toBeVisible()
    await expectNoOverflow(page)
    await expectAxe(browser, page, `${locale}-leaving`)
    await page.getByRole('button', { name: say('data.leaving.takeBack'), exact: true }).click()
    await expect(page.getByText(say('data.stayed'))).toBeVisible()
    expect((await page.goto(`/${locale}/members/${handle}`))?.status()).toBe(200)
    await page.goto(`/${locale}/questions/${question}`)
    await expect(page.getByRole('link', { name: handle })).toBeVisible()

    // For good.
    await page.goto(`/${locale}/me/data/erasure`)
    await page.getByLabel(say('data.erasure.remove'), { exact: true }).check()
    await page.getByLabel(say('data.erasure.handle')).fill(handle)
    await page.getByRole('button', { name: say('data.erasure.send') }).click()
    await expect(page.getByText(say('signIn.left'))).toBeVisible()
    await overdue(sql, email)
    await expect
      .poll(async () => (await sql('SELECT count(*)::int AS n FROM "WayIn" WHERE address = $1', [email])).rows[0].n, {
        timeout: 20_000,
      })
      .toBe(0)
    await expect.poll(async () => (await page.goto(`/${locale}/questions/${question}`))?.status()).toBe(404)
    await page.goto(`/${locale}/sign-in`)
    await prove(page, locale, email)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signIn.handleTitle'))
    await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
    await page.getByRole('button', { name: say('signIn.join') }).click()
    await expect(page.getByText(say('refusals.handleTaken'))).toBeVisible()
    await page.context().close()
  })

  test(`/${locale}: a member of before is asked to read the rules, and a moderator lays the role down`, async ({
    browser,
    member,
  }) => {
    const say = wordsIn(locale)
    const { token } = await member({ role: 'moderator' })
    const page = await phone(browser)
    await page.context().addCookies([{ name: 'authjs.session-token', value: token, url: portalUrl() }])
    await page.goto(`/${locale}/me/data`)
    await expect(page.getByText(say('data.consentNone'))).toBeVisible()
    await expectAxe(browser, page, `${locale}-before`)
    await page.getByRole('button', { name: say('data.consentGive'), exact: true }).click()
    await expect(page.getByText(say('data.agreed'))).toBeVisible()
    await expect(page.getByRole('button', { name: say('data.consentGive'), exact: true })).toHaveCount(0)
    await page.goto(`/${locale}/me/data/erasure`)
    await expect(page.getByText(say('refusals.handOverFirst'))).toBeVisible()
    await page.goto(`/${locale}/me/data`)
    await page.getByRole('button', { name: say('data.layDown'), exact: true }).click()
    await expect(page.getByText(say('data.laidDown'))).toBeVisible()
    await expectNoOverflow(page)
    await expect(page.getByRole('link', { name: say('data.eraseLink') })).toBeVisible()
    await page.context().close()
  })
}

/** What stands inside the link of a sentence. */
function wordsInside(locale: Locale, key: string): string {
  const all = JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, 'utf8'))
  const sentence = key.split('.').reduce((tree, part) => tree[part], all) as unknown as string
  return /<link>(.*?)<\/link>/.exec(sentence)?.[1] ?? ''
}

const letterAbout = async (email: string, path: string) =>
  (await lettersTo(email)).filter(({ text }) => text.includes(path)).length

const memberWith = '(SELECT "memberId" FROM "WayIn" WHERE address = $1)'

async function older(sql: Sql, email: string) {
  await sql(`UPDATE "Session" SET "startedAt" = now() - interval '16 minutes' WHERE "memberId" = ${memberWith}`, [
    email,
  ])
}

/** The days of grace are over. */
async function overdue(sql: Sql, email: string) {
  await sql(`UPDATE "Erasure" SET "dueAt" = now() WHERE "memberId" = ${memberWith}`, [email])
  await sql(`UPDATE "Job" SET "dueAt" = now() WHERE key = 'erase:' || ${memberWith}`, [email])
}
