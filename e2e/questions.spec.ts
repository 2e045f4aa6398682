import { askWithAnswers, send } from './support/community'
import { besides, startPortal } from './support/portal'
import { expect, expectAccessible, expectNoOverflow, type Member, portalDataDir, portalUrl, test } from './support/test'

test('a question page is accessible, light, says what it is to search engines, and has one address', async ({
  page,
  member,
}) => {
  const [asker, helper, voter] = [await member(), await member(), await member()]
  const { id, title, location, answers } = await askWithAnswers(asker, helper, 12)
  await send('comments', { post: answers[0], body: 'a synthetic comment' }, voter)
  await send('votes', { post: answers[1], value: 1 }, voter)
  await send('acceptances', { question: id, answer: answers[2] }, asker)
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 740 })
    await page.emulateMedia({ colorScheme })
    await page.goto(location)
    await expectAccessible(page)
    await expectNoOverflow(page)
  }
  const shown = await page
    .locator('section[aria-labelledby=answers] article')
    .evaluateAll((articles) => articles.map(({ id: name }) => name))
  expect(shown.slice(0, 2)).toEqual([`post-${answers[2]}`, `post-${answers[1]}`])
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${portalUrl()}${location}`)
  const [data] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(data ?? '').mainEntity).toMatchObject({ '@type': 'Question', name: title, answerCount: 12 })

  const answer = await fetch(`${portalUrl()}${location}`, { headers: { 'Accept-Encoding': 'br' }, method: 'HEAD' })
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(14_000)
  for (const name of ['', '/another-name', '/%E5%90%8D'])
    expect((await fetch(`${portalUrl()}/en/questions/${id}${name}`)).headers.get('etag')).toBe(
      answer.headers.get('etag'),
    )
})

test('a member who is signed in sees their votes on the shared page, and votes without leaving it', async ({
  page,
  context,
  member,
}) => {
  const [asker, helper, voter] = [await member(), await member(), await member()]
  const { location, answers } = await askWithAnswers(asker, helper, 1)
  const post = page.locator(`#post-${answers[0]}`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(location)
  await expect(post).toBeVisible()
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])

  const at = { url: portalUrl() }
  await context.addCookies([
    { name: 'authjs.session-token', value: voter.token, ...at },
    { name: 'signed-in', value: '1', ...at },
  ])
  await page.goto(location)
  const [up, down] = [
    post.getByRole('button', { name: 'Helpful', exact: true }),
    post.getByRole('button', { name: 'Not helpful' }),
  ]
  await expect(up).toHaveAttribute('aria-pressed', 'false')
  for (const [button, score] of [
    [up, '1'],
    [down, '-1'],
    [down, '0'],
    [up, '1'],
  ] as const) {
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/votes'))
    await button.click()
    expect((await saved).status()).toBe(201)
    await expect(post.locator('output')).toHaveText(score)
  }
  await page.reload()
  await expect(post.locator('output')).toHaveText('1')
  await expect(up).toHaveAttribute('aria-pressed', 'true')
})

test('a guest writes an answer, signs in, and finds the words where they left them', async ({
  page,
  member,
  context,
}) => {
  const { location, id } = await askWithAnswers(await member(), await member(), 0)
  await page.goto(location)
  await page.getByLabel('Your answer').fill('words of a guest that must not be lost')
  await page.getByRole('button', { name: 'Post the answer' }).click()
  await expect(page).toHaveURL(new RegExp(`/en/sign-in\\?next=.*posts%2F${id}%2Fmine`))

  const { token } = await member()
  await context.addCookies([{ name: 'authjs.session-token', value: token, url: portalUrl() }])
  await page.reload()
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByLabel('Your answer')).toHaveValue('words of a guest that must not be lost')
  await page.getByRole('button', { name: 'Post the answer' }).click()
  await expect(page.getByRole('article').last()).toContainText('words of a guest that must not be lost')
  await page.goto(`/en/posts/${id}/mine`)
  await expect(page.getByLabel('Your answer')).toHaveValue('')
})

test('fifty members who vote, change, take back, accept and hide at once on two processes leave every count equal to its rows', async ({
  member,
  sql,
}) => {
  test.slow()
  const second = await startPortal({ dataDir: portalDataDir(), env: await besides(portalDataDir()) })
  const [asker, helper, moderator] = [await member(), await member(), await member({ role: 'moderator' })]
  const { id, answers } = await askWithAnswers(asker, helper, 3)
  const voters: Member[] = []
  while (voters.length < 50) voters.push(await member())
  const origins = [portalUrl(), second.url]
  const posts = [id, ...answers]

  const work = voters.map(async ({ cookie }, nth) => {
    for (const [round, value] of [1, -1, 0, nth % 2 ? 1 : -1].entries())
      for (const post of posts) {
        const { status } = await send('votes', { post, value }, { cookie, origin: origins[(nth + round) % 2] ?? '' })
        expect([201, 404]).toContain(status)
      }
  })
  const settling = answers.map(async (answer, nth) => {
    for (let round = 0; round < 5; round += 1) {
      const origin = origins[round % 2] ?? ''
      await send('acceptances', { question: id, ...(round % 2 ? {} : { answer }) }, { ...asker, origin })
      if (nth === 0)
        await send(round % 2 ? 'restorations' : 'removals', { post: answer, reason: 'spam' }, { ...moderator, origin })
    }
  })
  await Promise.all([...work, ...settling])

  const { rows } = await sql(
    `SELECT p.id, p.score, coalesce(sum(v.value), 0)::int AS sum FROM "Post" p LEFT JOIN "Vote" v ON v."postId" = p.id WHERE p.id = ANY($1) GROUP BY p.id`,
    [posts],
  )
  expect(rows.map(({ score }) => score)).toEqual(rows.map(({ sum }) => sum))
  const shown = await sql(
    `SELECT count(*)::int AS shown FROM "Answer" a WHERE a."questionId" = $1 AND NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = a."postId" AND r."liftedAt" IS NULL)`,
    [id],
  )
  expect((await sql('SELECT "answerCount" FROM "Question" WHERE "postId" = $1', [id])).rows[0].answerCount).toBe(
    shown.rows[0].shown,
  )
  for (const origin of origins) {
    const page = await (await fetch(`${origin}/en/questions/${id}`)).text()
    const score = rows.find((row) => row.id === id)?.score
    expect(page).toMatch(new RegExp(`<output[^>]*>${score}</output>`))
  }
  await second.stop()
})
