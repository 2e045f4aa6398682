import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './paths'

const ours = new URL('http://portal.test:3000')

test('what a browser would take to another host is no path of ours', () => {
  const away = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\n/evil.example',
    'evil',
    '',
    '//',
    'http:evil.example',
    '/%5cevil\\..//x',
  ]
  for (const candidate of away) {
    const path = localPath(candidate, ours)
    expect(path === undefined || new URL(path, ours).origin === ours.origin, candidate).toBe(true)
  }
  for (const candidate of away.slice(0, 6)) expect(localPath(candidate, ours), candidate).toBeUndefined()
})

test('whatever is given, what comes out stays on our origin', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '?', '#', '%', 'a', 'h', '2', 'f', '5', 'c'),
  })
  fc.assert(
    fc.property(nasty, (candidate) => {
      const path = localPath(`/${candidate}`, ours)
      if (path !== undefined) expect(new URL(path, ours).origin).toBe(ours.origin)
    }),
    { numRuns: 5_000 },
  )
})

test('a path of ours comes back as it is', () => {
  expect(localPath('/zh/feedback?kind=wrong#text', ours)).toBe('/zh/feedback?kind=wrong#text')
})
