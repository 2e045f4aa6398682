import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { letterTo } from './support/mail'
import { someNetwork } from './support/network'
import { expect, expectNoOverflow, type Locale, locales, portalUrl, test } from './support/test'
import { wordsIn } from './support/words'

// The first loop, as its people walk it: on a phone, without JavaScript, in each language.
for (const locale of locales) {
  test(`/${locale}: sign in, ask, answer, vote, comment, accept, report, hide, restore: on a phone without JavaScript`, async ({
    browser,
    member,
  }) => {
    test.slow()
    const say = wordsIn(locale)
    const title = `synthetic ${randomUUID()}`
    const asker = await newcomer(browser, locale)

    await asker.goto(`/${locale}/questions`)
    await asker
      .getByRole('link', { name: say('questions.ask') })
      .first()
      .click()
    await asker.getByLabel(say('ask.operator'), { exact: true }).selectOption('base')
    await asker.getByLabel(say('ask.question'), { exact: true }).fill(title)
    await asker.getByLabel(say('ask.details')).fill('**synthetic** details\n\n<script>alert(1)</script>')
    await asker.getByRole('button', { name: say('ask.send') }).click()
    await expect(asker.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(asker.getByText(say('posts.published'))).toBeVisible()
    await expect(asker.locator('.post-text strong')).toHaveText('synthetic')
    await expect(asker.locator('.post-text')).toContainText('<script>alert(1)</script>')
    const question = asker.url().replace(/#.*/, '')
    await expectNoOverflow(asker)

    const helper = await visitor(browser, (await member()).token)
    await helper.goto(question)
    await helper.getByLabel(say('questions.yourAnswer')).fill('a synthetic answer, long enough')
    await helper.getByRole('button', { name: say('questions.sendAnswer') }).click()
    await expect(helper.getByRole('article').last()).toContainText('a synthetic answer')
    const answer = /#post-(\d+)$/.exec(helper.url())?.[1] ?? ''

    const third = await visitor(browser, (await member()).token)
    await third.goto(question)
    const shown = third.locator(`#post-${answer}`)
    await shown.getByRole('button', { name: say('posts.up'), exact: true }).click()
    await expect(shown.locator('output')).toHaveText('1')
    await shown.getByRole('link', { name: say('posts.commentOrMore') }).click()
    await expect(third.locator('#vote')).toBeVisible()
    await expect(third.getByRole('button', { name: say('posts.up'), exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await third.getByLabel(say('mine.commentLabel')).fill('a synthetic comment')
    await expectNoOverflow(third)
    await third.getByRole('button', { name: say('mine.sendComment') }).click()
    await expect(shown.getByRole('listitem')).toContainText('a synthetic comment')

    await asker.goto(`/${locale}/posts/${answer}/mine`)
    await asker.getByRole('button', { name: say('mine.acceptButton'), exact: true }).click()
    await expect(asker.locator(`#post-${answer}`)).toContainText(say('questions.accepted'))
    await asker.goto(`/${locale}/posts/${answer}/mine`)
    await asker.getByRole('button', { name: say('mine.unaccept') }).click()
    await expect(asker.locator(`#post-${answer}`)).not.toContainText(say('questions.accepted'))

    await third.goto(`/${locale}/operators/base`)
    await third
      .getByRole('link', { name: say('operators.share') })
      .first()
      .click()
    await third.getByLabel(say('share.channel'), { exact: true }).selectOption('operator-site')
    await third.getByLabel(say('share.payment'), { exact: true }).selectOption('visa-mastercard')
    await third.getByLabel(say('share.outcome'), { exact: true }).selectOption('worked')
    await third.getByLabel(say('share.story')).fill(`it went well ${title}`)
    await third.getByRole('button', { name: say('share.send') }).click()
    await expect(third.getByRole('article')).toContainText(`it went well ${title}`)
    await expectNoOverflow(third)
    await third.goto(`/${locale}/operators/base`)
    await expect(third.locator('section[aria-labelledby=experiences]')).toContainText(`it went well ${title}`)

    await third.goto(`/${locale}/posts/${answer}/mine`)
    await third.getByLabel(say('mine.flagReason')).selectOption('spam')
    await third.getByLabel(say('mine.flagText')).fill(`doubt about ${title}`)
    await third.getByRole('button', { name: say('mine.sendFlag'), exact: true }).click()
    await expect(third.getByText(say('mine.flagged'))).toBeVisible()

    const moderator = await visitor(browser, (await member({ role: 'administrator' })).token)
    await moderator.goto(`/${locale}/me`)
    await moderator.getByRole('link', { name: say('account.admin') }).click()
    const item = moderator
      .getByRole('listitem')
      .filter({ hasText: `doubt about ${title}` })
      .last()
    await expectNoOverflow(moderator)
    await item.getByRole('link', { name: say('admin.decide') }).click()
    await moderator.getByLabel(say('mine.hideReason')).selectOption('spam')
    await moderator.getByLabel(say('mine.hideNote')).fill('synthetic note')
    await moderator.getByRole('button', { name: say('mine.hide'), exact: true }).click()
    await expect(moderator.getByText(say('mine.removed'))).toBeVisible()
    await third.goto(question)
    await expect(third.locator(`#post-${answer}`)).toHaveCount(0)
    await helper.goto(`/${locale}/posts/${answer}/mine`)
    await expect(helper.getByText(say('mine.removedMine'))).toBeVisible()
    await expect(helper.getByText('synthetic note')).toBeVisible()

    await moderator.getByLabel(say('mine.restoreReason')).fill('it was fine')
    await moderator.getByRole('button', { name: say('mine.restore'), exact: true }).click()
    await third.goto(question)
    await expect(third.locator(`#post-${answer}`)).toContainText('a synthetic answer')
    await asker.goto(`/${locale}/me`)
    await asker.getByRole('button', { name: say('account.signOut') }).click()
    await expect(asker.getByText(say('signIn.signedOut'))).toBeVisible()
    for (const page of [asker, helper, third, moderator]) await page.context().close()
  })
}

/** Somebody who signs in for the first time, by the link of the letter, and chooses a handle. */
async function newcomer(browser: Browser, locale: Locale): Promise<Page> {
  const say = wordsIn(locale)
  const page = await visitor(browser)
  const address = `synthetic-${randomUUID()}@example.org`
  await page.goto(`/${locale}/sign-in`)
  await page.getByLabel(say('signIn.email')).fill(address)
  await page.getByRole('button', { name: say('signIn.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signIn.codeTitle'))
  const letter = await letterTo(address)
  expect(letter.text).toContain(say('letters.signIn.notYou'))
  await page.goto(letter.link)
  await page.getByRole('button', { name: say('signIn.confirm'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signIn.handleTitle'))
  await expectNoOverflow(page)
  const handle = `tester-${randomUUID().slice(0, 8)}`
  await page.getByLabel(say('signIn.handle'), { exact: true }).fill('admin')
  await page.getByRole('button', { name: say('signIn.join') }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel(say('signIn.handle'), { exact: true }).fill(handle)
  await page.getByRole('button', { name: say('signIn.join') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)
  return page
}

/** A phone without JavaScript, from a network of its own; signed in when there is a session. */
async function visitor(browser: Browser, session?: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  if (session) await context.addCookies([{ name: 'authjs.session-token', value: session, url: portalUrl() }])
  return context.newPage()
}
