import type { APIResponse } from '@playwright/test'
import { expect, test } from './support/test'

test('every answer carries the security headers, whatever it is', async ({ request }) => {
  const answers = [
    await request.get('/zh'),
    await request.get('/zh/feedback'),
    await request.get('/zh/no-such-page'),
    await request.get('/zh/guides/data-used-up'),
    await request.get('/zh/sign-in'),
    await request.get('/site.js'),
    await request.get('/api/v1/posts/mine?ids=1'),
    await request.get('/icon.svg'),
    await request.get('/no-such-file.png'),
    await request.get('/api/v1/none'),
    await request.get('/healthz'),
    await request.get('/', { maxRedirects: 0 }),
    await request.get('/zh/', { maxRedirects: 0 }),
    await request.post('/api/v1/feedback', { data: {} }),
    await request.get('/zh', { headers: { RSC: '1' } }),
  ]
  for (const answer of answers) expectSecure(answer)
})

test('the address in the Host header changes nothing', async ({ request }) => {
  for (const path of ['/zh', '/sitemap.xml', '/robots.txt', '/guides']) {
    const answer = await request.get(path, {
      headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' },
      maxRedirects: 0,
    })
    expect(JSON.stringify(answer.headers()) + (await answer.text()), path).not.toContain('evil.example')
  }
})

test('metrics are for this machine or for whoever has the token', async ({ request }) => {
  const answer = (headers: Record<string, string>) => request.get('/metrics', { headers }).then((got) => got.status())
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9' })).toBe(404)
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer token-of-the-journeys' })).toBe(200)
  expect(await answer({ 'X-Forwarded-For': '203.0.113.9', Authorization: 'Bearer wrong' })).toBe(404)
  expect(await answer({ 'X-Forwarded-For': '127.0.0.1' })).toBe(404)
})

function expectSecure(answer: APIResponse) {
  const headers = answer.headers()
  const where = answer.url()
  expect(headers['x-content-type-options'], where).toBe('nosniff')
  expect(headers['referrer-policy'], where).toBe('strict-origin-when-cross-origin')
  expect(headers['cross-origin-opener-policy'], where).toBe('same-origin')
  expect(headers['permissions-policy'], where).toContain('camera=()')
  expect(headers['x-powered-by'], where).toBeUndefined()
  if (headers['content-type']?.includes('text/html')) {
    expect(headers['content-security-policy'], where).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy'], where).not.toContain('unsafe')
  }
}
