import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { finish, inlineHashes } from './finish'

const hashOf = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`
const page = (inside: string) => `<!DOCTYPE html><html><head></head><body>${inside}</body></html>`

test('exactly the inline scripts of the page are allowed, each by its hash', () => {
  const html = page(
    `<script>a()</script><script src="/x.js" async=""></script><script id="b" data-x="1>0">b("<\\/script>")</script><script type="application/ld+json">{"a":1}</script>`,
  )
  const { policy } = finish(html, 200, { scripts: 'framework' })

  expect(inlineHashes(html)).toEqual([hashOf('a()'), hashOf('b("<\\/script>")')])
  expect(policy).toContain(`script-src 'self' '${hashOf('a()')}' '${hashOf('b("<\\/script>")')}';`)
  expect(policy).not.toMatch(/unsafe/)
})

test('a page without scripts carries none, allows none, and keeps its data blocks', () => {
  const html = page(
    `<link rel="preload" as="script" href="/x.js"/><script>a()</script><p>text</p><script async src="/x.js"></script><script type="application/ld+json">{"a":1}</script>`,
  )
  const { html: finished, policy } = finish(html, 200, { scripts: 'none' })

  expect(finished).toBe(page('<p>text</p><script type="application/ld+json">{"a":1}</script>'))
  expect(policy).toContain("script-src 'none'")
})

test('words that look like our marks are only words', () => {
  const html = page('<p>&lt;meta name="x-status" content="404"/&gt; &lt;script&gt;</p>')

  expect(finish(html, 200, { scripts: 'none' })).toMatchObject({ html, status: 200, hasFailed: false })
})

test.each(['site', 'passkeys'])(
  'a page with our script %s keeps that one and no other, and allows no inline script',
  (name) => {
    const ours = `<script src="/${name}.js" defer=""></script>`
    const { html, policy } = finish(
      page(`${ours}<script>evil()</script><script src="/${name}.js.evil"></script>`),
      200,
      {
        scripts: 'ours',
      },
    )

    expect(html).toBe(page(ours))
    expect(policy).toContain("script-src 'self';")
  },
)

test('where a page has gone is told and taken out; it can be a page of ours only', () => {
  const moved = (to: string) =>
    finish(`<meta name="x-status" content="308"/><meta name="x-location" content="${to}"/>`, 200, { scripts: 'none' })
  expect(moved('/zh/members/%E5%B0%8F')).toMatchObject({ status: 308, location: '/zh/members/%E5%B0%8F', html: '' })
  for (const foreign of ['//evil.example', 'https://evil.example', '/zh/../..', '/\\evil', '/zh/a\r\nX: y'])
    expect(moved(foreign).location, foreign).toBeUndefined()
})
