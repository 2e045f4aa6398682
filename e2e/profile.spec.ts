import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { makePicture } from '../lib/testing/pictures'
import { askWithAnswers, send } from './support/community'
import { someNetwork } from './support/network'
import { expect, expectAccessible, expectNoOverflow, portalUrl, type Sql, test } from './support/test'
import { wordsIn } from './support/words'

const html = async (path: string) => (await fetch(`${portalUrl()}${path}`, { redirect: 'manual' })).text()
const isNoindex = async (path: string) => /name="robots" content="noindex, nofollow"/.test(await html(path))

for (const locale of ['zh', 'fr'] as const) {
  test(`/${locale}: a member writes a profile, shows it, renames: on a phone without JavaScript`, async ({
    browser,
    member,
  }) => {
    const say = wordsIn(locale)
    const [{ handle, token }, name] = [await member(), `Synthetic ${randomUUID().slice(0, 8)}`]
    const page = await phone(browser, token)

    await page.goto(`/${locale}/me`)
    await page.getByRole('link', { name: say('profile.title') }).click()
    await page.getByLabel(say('profile.name'), { exact: true }).fill('Proximus Service')
    await page
      .getByLabel(say('profile.about'), { exact: true })
      .fill('**synthetic** <script>alert(1)</script> https://example.org')
    for (const box of ['中文', 'Nederlands', 'BASE', 'Orange Belgium'])
      await page.getByLabel(box, { exact: true }).check()
    for (const box of ['profile.showsLanguages', 'profile.showsContributions'])
      await page.getByLabel(say(box), { exact: true }).setChecked(box === 'profile.showsLanguages')
    await page.getByRole('button', { name: say('profile.save') }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.locator('#name-refusal')).toHaveText(say('fieldRefusals.reserved'))
    await expect(page.getByLabel(say('profile.name'), { exact: true })).toHaveValue('Proximus Service')
    for (const box of ['中文', 'BASE', 'Orange Belgium'])
      await expect(page.getByLabel(box, { exact: true })).toBeChecked()
    await expect(page.getByLabel(say('profile.showsContributions'), { exact: true })).not.toBeChecked()
    await expectAccessibleTo(browser, token, `/${locale}/me/profile`)
    await expectNoOverflow(page)

    await page.getByLabel(say('profile.name'), { exact: true }).fill(name)
    await page.getByRole('button', { name: say('profile.save') }).click()
    await expect(page.getByText(say('profile.saved'))).toBeVisible()
    await page.screenshot({ path: `test-results/profile-form-${locale}.png`, fullPage: true })
    await page.getByRole('link', { name: say('profile.open') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(handle)
    await expect(page.getByText(name)).toBeVisible()
    await expect(page.locator('.post-text strong')).toHaveText('synthetic')
    await expect(page.locator('.post-text a')).toHaveCount(0)
    await expect(page.getByText(say('members.languages'))).toBeVisible()
    await expect(page.getByText(say('members.operators'), { exact: true })).toHaveCount(0)
    await expect(page.getByText(say('members.unlisted'))).toBeVisible()
    await expectAccessibleTo(browser, token, `/${locale}/members/${handle}`)
    await expectNoOverflow(page)
    await page.screenshot({ path: `test-results/profile-${locale}.png`, fullPage: true })

    const next = `新名-${randomUUID().slice(0, 8)}`
    await page.goto(`/${locale}/me/profile`)
    await page.getByLabel(say('profile.handle'), { exact: true }).fill(next)
    await page.getByRole('button', { name: say('profile.rename'), exact: true }).click()
    await expect(page.getByText(say('profile.renamed'))).toBeVisible()
    await expect(page.getByLabel(say('profile.handle'), { exact: true })).toHaveCount(0)
    await page.goto(`/${locale}/members/${handle}`)
    await expect(page).toHaveURL(`${portalUrl()}/${locale}/members/${encodeURIComponent(next)}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(next)
    await page.context().close()
  })
}

test('a profile is fresh at once: a new answer, a rename and a hidden post show on the next read, and the bylines lead there', async ({
  page,
  member,
}) => {
  const [asker, helper, moderator] = [await member(), await member(), await member({ role: 'moderator' })]
  const profile = `/en/members/${helper.handle}`
  expect(await html(profile)).toContain('Nothing written yet')
  const { title, location, answers } = await askWithAnswers(asker, helper, 1)
  expect(await html(profile)).toContain(title)
  await page.goto(location)
  await page.locator(`#post-${answers[0]}`).getByRole('link', { name: helper.handle }).click()
  await expect(page).toHaveURL(`${portalUrl()}${profile}`)
  await expect(page.getByText('1 answer', { exact: true })).toBeVisible()

  const next = `t-${randomUUID().slice(0, 12)}`
  expect((await send('handles', { handle: next }, helper)).status).toBe(201)
  const moved = await fetch(`${portalUrl()}${profile}`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([308, `/en/members/${next}`])
  expect(await moved.text()).not.toContain('x-location')
  expect(await html(location)).not.toContain(helper.handle)
  expect(await html(location)).toContain(`/en/members/${next}`)

  await send('removals', { post: answers[0], reason: 'spam' }, moderator)
  const shown = await html(`/en/members/${next}`)
  expect(shown).not.toContain(title)
  expect(shown).toContain('Nothing written yet')
})

test('search engines get the profiles of members who are known, and the curators’; nobody gets one that is not there', async ({
  page,
  member,
  sql,
}) => {
  const [asker, helper, banned] = [await member(), await member(), await member({ isSuspended: true })]
  const { id, answers } = await askWithAnswers(asker, helper, 1)
  const profile = `/en/members/${helper.handle}`
  await joinedLongAgo(sql, helper.id)
  expect(await isNoindex(profile)).toBe(true)
  await send('acceptances', { question: id, answer: answers[0] }, asker)
  expect(await isNoindex(profile)).toBe(false)
  await page.goto(profile)
  await expect(page.getByText('1 accepted (100%)')).toBeVisible()
  const [data] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'ProfilePage', mainEntity: { name: helper.handle } })
  await expectAccessible(page)
  const drawing = await page.locator('main svg').evaluate((svg) => svg.outerHTML)
  expect([Buffer.byteLength(drawing) < 1_024, drawing.includes('aria-hidden="true"')]).toEqual([true, true])

  const of = `/en/members/${banned.handle}`
  expect([await isNoindex(of), (await html(of)).includes('Suspended account')]).toEqual([true, true])
  expect((await html(of)).match(/Member since|application\/ld\+json|<svg viewBox="0 0 7 8"/)).toBeNull()
  for (const path of ['nobody-at-all', helper.handle.replace('s', '%73'), '%ff', '%E5%90', `${helper.handle}%00`])
    expect((await fetch(`${portalUrl()}/en/members/${path}`)).status, path).toBe(404)

  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/zh/members/curators')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('编辑组')
  await expect(page.getByText(wordsIn('zh')('members.curators'))).toBeVisible()
  await expectAccessible(page)
  await expectNoOverflow(page)
  await page.screenshot({ path: 'test-results/profile-curators.png', fullPage: true })
  expect(await isNoindex('/zh/members/curators')).toBe(false)
})

/** As if a while had passed; what was kept before is rendered anew by the next write. */
function joinedLongAgo(sql: Sql, id: string) {
  return sql(`UPDATE "Member" SET "joinedAt" = now() - interval '31 days' WHERE id = $1`, [id])
}

/** axe is a script: it looks at the same page where scripts may run. */
async function expectAccessibleTo(browser: Browser, session: string, path: string) {
  const page = await phone(browser, session, true)
  await page.goto(path)
  await expectAccessible(page)
  await page.context().close()
}

async function phone(browser: Browser, session: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    baseURL: portalUrl(),
    viewport: { width: 360, height: 740 },
    extraHTTPHeaders: { 'X-Forwarded-For': someNetwork() },
  })
  await context.addCookies([{ name: 'authjs.session-token', value: session, url: portalUrl() }])
  return context.newPage()
}

test('a member puts up a picture and takes it away, on a phone without JavaScript; a file that is none is refused in words', async ({
  browser,
  member,
}) => {
  const say = wordsIn('zh')
  const { handle, token } = await member()
  const page = await phone(browser, token)
  const put = async (name: string, buffer: Buffer) => {
    await page.getByLabel(say('profile.picture')).setInputFiles({ name, mimeType: 'image/png', buffer })
    await page.getByRole('button', { name: say('profile.pictureSave') }).click()
  }
  const shown = async () => {
    await page.goto(`/zh/members/${handle}`)
    return page.locator('main img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  }

  await page.goto('/zh/me/profile')
  await put('x.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await expect(page.locator('#picture-refusal')).toHaveText(say('fieldRefusals.notAPicture'))
  await put('x.png', await makePicture('png'))
  await expect(page.getByText(say('profile.pictured'))).toBeVisible()
  await expectNoOverflow(page)
  expect(await shown()).toEqual([240])
  const picture = (await page.locator('main img').getAttribute('src')) ?? ''
  expect((await page.request.get(picture)).headers()['cache-control']).toBe('public, max-age=3600')
  await page.goto('/zh/me/profile')
  await page.getByRole('button', { name: say('profile.pictureRemove') }).click()
  await expect(page.getByText(say('profile.pictured'))).toBeVisible()
  expect(await shown()).toEqual([])
})
