import { get as httpGet, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { inject } from 'light-my-request'
import { expect, test } from 'vitest'
import { pressFor } from '../testing/press'
import type { Press } from './press'

test('the status that a page prints becomes its true status, and the element is gone', async () => {
  const { get } = await pressFor({
    page: (url) => ({ body: `<meta name="x-status" content="${url.includes('received') ? 410 : 404}"/>text` }),
  })
  const [missing, gone] = [await get('/zh/nothing-here'), await get('/zh/feedback/received/old')]

  expect([missing.status, gone.status]).toEqual([404, 410])
  expect(await missing.text()).not.toContain('x-status')
})

test('a failed render answers 503 in the reader’s language, is not kept, and the next reader gets the page', async () => {
  let fails = true
  const { get, press, renders } = await pressFor({
    page: (url) => (url.endsWith('/trouble') ? { body: `trouble in ${url}` } : { body: 'fine', fails }),
  })
  await press.prepare(['zh', 'nl'])
  const failed = await get('/nl')
  fails = false

  expect(failed.status).toBe(503)
  expect(failed.headers.get('retry-after')).toBe('5')
  expect(await failed.text()).toContain('trouble in /nl')
  expect(await (await get('/nl')).text()).toContain('fine')
  expect(renders.length).toBe(4)
})

test('a page of which a part failed is not sent as if it were whole', async () => {
  const { get, press } = await pressFor({
    page: (url) => ({
      body: url.endsWith('/trouble') ? 'trouble' : '<!--$!--><template data-dgst="1"></template><!--/$-->',
    }),
  })
  await press.prepare(['zh'])

  expect((await get('/zh')).status).toBe(500)
  expect(press.room.store.count).toBe(0)
})

test('compressed bytes equal the plain page', async () => {
  const { origin, get } = await pressFor({ page: () => ({ body: '充值 '.repeat(500) }) })
  const plain = Buffer.from(await (await get('/zh', { 'accept-encoding': 'identity' })).arrayBuffer())

  expect(brotliDecompressSync(await raw(origin, '/zh', 'br')).equals(plain)).toBe(true)
  expect(gunzipSync(await raw(origin, '/zh', 'gzip')).equals(plain)).toBe(true)
})

test('a reader who has the page hears 304, and HEAD sends no body', async () => {
  const { get } = await pressFor({ page: () => ({ body: 'home' }) })
  const etag = (await get('/zh')).headers.get('etag') ?? ''
  const again = await get('/zh', { 'if-none-match': `"other", ${etag}` })
  const head = await get('/zh', {}, 'HEAD')

  expect([again.status, head.status]).toEqual([304, 200])
  expect(await head.text()).toBe('')
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0)
})

test('untidy addresses are sent to the tidy one, and never to another host', async () => {
  const { get } = await pressFor({ page: () => ({}) })
  for (const [from, to] of [
    ['/zh/', '/zh'],
    ['//evil.example/', '/evil.example'],
    ['/zh//feedback?a=1', '/zh/feedback?a=1'],
  ] as const) {
    expect((await get(from)).headers.get('location')).toBe(to)
  }
})

test('what is passed on has our host, the true address, and nothing that only we may say', async () => {
  const { get, passed } = await pressFor({ page: () => ({}) })
  await get('/api/v1/x', {
    'x-client-address': '9.9.9.9',
    'x-middleware-subrequest': 'proxy',
    'x-forwarded-for': '8.8.8.8',
    'x-forwarded-host': 'evil.example',
    'next-action': 'abc',
    'content-security-policy': 'nonce',
  })
  const [headers = {}] = passed

  expect(headers).toMatchObject({ host: 'portal.test:3000', 'x-client-address': '127.0.0.1' })
  expect(
    Object.keys(headers).filter((name) =>
      /^(x-middleware|x-forwarded|next-action|content-security|x-client-direct)/.test(name),
    ),
  ).toEqual([])
})

test('X-Forwarded-For counts only from a trusted proxy, and only up to the first stranger', async () => {
  const { get, passed } = await pressFor({ page: () => ({}), trustedProxies: 'loopback, 10.0.0.0/8' })
  await get('/api/v1/x', { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.1.2.3' })

  expect(passed[0]).toMatchObject({ 'x-client-address': '203.0.113.7' })
})

test('a file that does not exist is not there, whatever folder it claims, and is never kept', async () => {
  const { get, renders, press } = await pressFor({ page: () => ({ body: 'a page' }) })
  const claims = [
    '/_next/static/chunks/future.css',
    '/_next/static/../../zh/feedback',
    '/_next/image?url=x',
    '/a.b/c',
    '/en./feedback',
    '/.env',
    '/%',
    '/a%2eb',
  ]
  for (const path of claims) expect(await rawStatus(press, path), path).toBe(404)

  expect((await get('/icon.svg')).status).toBe(200)
  expect(renders.map(({ url }) => url)).toEqual(['/icon.svg'])
  expect(press.room.store.count).toBe(1)
})

test('only doors take anything but a read', async () => {
  const { get, renders, passed } = await pressFor({ page: () => ({}) })
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect((await get('/zh/feedback', {}, method)).status).toBe(405)
  await get('/api/v1/feedback', {}, 'POST')

  expect([renders.length, passed.length]).toEqual([0, 1])
})

test('the client router is passed on where there are scripts, and gets the page itself where there are none', async () => {
  const { get } = await pressFor({ page: () => ({ body: 'home' }) })
  await get('/zh')

  expect(await (await get('/zh/feedback', { rsc: '1' })).text()).toBe('passed')
  expect(await (await get('/zh', { rsc: '1' })).text()).toContain('home')
})

// fetch would tidy the path before it sends it.

async function rawStatus(press: Press, path: string): Promise<number> {
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    request.url = path
    void press.handle(request, response)
  }
  return (await inject(listener as never, { method: 'GET', url: '/' })).statusCode
}

// fetch would decompress by itself.

function raw(origin: string, path: string, encoding: string): Promise<Buffer> {
  return new Promise((settle, fail) => {
    httpGet(`${origin}${path}`, { headers: { 'accept-encoding': encoding } }, async (answer) => {
      expect(answer.headers['content-encoding']).toBe(encoding)
      settle(Buffer.concat(await answer.toArray()))
    }).on('error', fail)
  })
}
