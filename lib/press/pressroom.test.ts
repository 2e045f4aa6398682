import { expect, test } from 'vitest'
import { expire } from '../cache/clock'
import { pressFor } from '../testing/press'

test('a hundred concurrent misses of one page render once', async () => {
  const gate = Promise.withResolvers<void>()
  const { get, renders } = await pressFor({ page: () => ({ body: 'home', until: gate.promise }) })
  const asked = Array.from({ length: 100 }, () => get('/zh'))
  gate.resolve()
  const answers = await Promise.all(asked)

  expect(renders.length).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
})

test('a render that began before a change is sent but not kept, and nobody who comes after the change gets it', async () => {
  const gate = Promise.withResolvers<void>()
  let text = 'before'
  const { get, clock, renders, press } = await pressFor({
    page: () =>
      text === 'before' ? { body: text, tags: ['feedback'], until: gate.promise } : { body: text, tags: ['feedback'] },
  })
  const early = get('/zh/how-we-check-facts')
  await expect.poll(() => renders.length).toBe(1)
  text = 'after'
  expire(['feedback'], clock)
  const late = await get('/zh/how-we-check-facts')
  gate.resolve()

  expect(await late.text()).toContain('after')
  expect(await (await early).text()).toContain('before')
  expect(await (await get('/zh/how-we-check-facts')).text()).toContain('after')
  expect(press.room.store.count).toBe(1)
})

test('a change drops the pages that showed it and no others', async () => {
  const { get, clock, renders } = await pressFor({
    page: (url) => ({ body: url, tags: url.includes('how') ? ['feedback'] : [] }),
  })
  await get('/zh')
  await get('/zh/how-we-check-facts')
  expire(['feedback'], clock)
  await get('/zh')
  await get('/zh/how-we-check-facts')

  expect(renders.map(({ url }) => url)).toEqual(['/zh', '/zh/how-we-check-facts', '/zh/how-we-check-facts'])
})

test('a page whose shortest-lived part has ended is rendered again', async () => {
  const { get, renders } = await pressFor({ page: () => ({ endsAt: Date.now() - 1 }) })
  await get('/zh')
  await get('/zh')

  expect(renders.length).toBe(2)
})

test('made-up addresses and parameters share one rendering per language, and the bytes stay bounded', async () => {
  const { get, renders, press } = await pressFor({
    page: (url) => ({ body: 'x'.repeat(50_000) + url, status: url.endsWith('/missing') ? 404 : 200 }),
    bytesMax: 1_000_000,
  })
  for (let nth = 0; nth < 300; nth += 1) {
    expect((await get(`/zh/made-up-${nth}?a=${nth}`)).status).toBe(404)
    expect((await get(`/en?utm_source=${nth}&q=${nth}`)).status).toBe(200)
    expect((await get(`/wp-login-${nth}.php`)).status).toBe(404)
  }

  expect(renders.map(({ url }) => url)).toEqual(['/zh/missing', '/en'])
  expect(press.room.store.bytes).toBeLessThanOrEqual(1_000_000)
})

test('more pages than fit push out the oldest, and the bytes stay bounded', async () => {
  const { get, press } = await pressFor({
    page: () => ({ body: crypto.randomUUID().repeat(1_000) }),
    bytesMax: 400_000,
  })
  for (const locale of ['zh', 'en', 'fr', 'nl'])
    for (const page of ['', '/how-we-check-facts', '/missing', '/trouble']) await get(`/${locale}${page}`)

  expect(press.room.store.bytes).toBeLessThanOrEqual(400_000)
  expect(press.room.store.count).toBeLessThan(16)
})

test('a private page is rendered for each reader with that reader’s cookie, and never kept', async () => {
  const { get, renders, press } = await pressFor({
    page: (_url, headers) => ({ body: `canary of ${headers.cookie ?? 'nobody'}` }),
  })
  await Promise.all(
    Array.from({ length: 200 }, async (_, nth) => {
      const answer = await get('/zh/feedback', { cookie: `session=${nth}` })
      expect(await answer.text()).toContain(`canary of session=${nth}<`)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
    }),
  )

  expect(renders.length).toBe(200)
  expect(press.room.store.count).toBe(0)
})

test('a public page is rendered without any header of its first reader', async () => {
  const { get, renders } = await pressFor({ page: () => ({}) })
  await get('/zh', {
    cookie: 'session=secret',
    authorization: 'Bearer secret',
    'x-nextjs-data': '1',
    'accept-language': 'nl',
    'user-agent': 'bot',
  })

  expect(renders).toEqual([{ url: '/zh', headers: {} }])
})

test('what is not there is not kept under its own address, and so drives out nothing that is', async () => {
  const missing = '<meta name="x-status" content="404"/>'
  const { get, press } = await pressFor({ page: (url) => ({ body: url === '/zh' ? 'home' : missing }) })
  await get('/zh')
  for (let made = 1; made <= 50; made += 1) expect((await get(`/zh/questions/${made}`)).status).toBe(404)
  await get('/zh/no-such-page')
  await get('/zh/another')

  expect(press.room.store.count).toBe(2)
})
