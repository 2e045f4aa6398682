import { expect, test } from 'vitest'
import { toHtmlNaming } from './markdown'
import { MENTIONS_MAX, namesIn, withoutNames } from './mentions'

const people = { alice: 'alice', 小明: '小明', old: 'new-name', 'a-b_c': 'a-b_c' }
const linked = (text: string) => toHtmlNaming(text, people).named

test('a known name behind an @ is a link to the member, by the handle they have now', () => {
  const { html, named } = toHtmlNaming('Thanks @Alice, and @old!', people)
  expect(html).toContain('<a href="/members/alice" rel="nofollow ugc noopener">@alice</a>,')
  expect(html).toContain('<a href="/members/new-name" rel="nofollow ugc noopener">@new-name</a>!')
  expect(named).toEqual(['alice', 'new-name'])
  for (const text of ['谢谢@小明 你说得对', '＠小明，谢谢', '**@小明**', '> @小明', '| @小明 |\n|-|\n| x |', '(@小明)'])
    expect(linked(text), text).toEqual(['小明'])
  expect(linked('@a-b_c')).toEqual(['a-b_c'])
})

test('nobody is named in code, links, addresses and longer words, nor by an escaped sign', () => {
  const silent = [
    '`@alice`',
    '```\n@alice\n```',
    '    @alice',
    '[see @alice](https://example.org)',
    'https://example.org/@alice',
    'https://example.org/?to=@alice',
    'mail@alice.example',
    'mail.me+x@alice',
    '@alice@example.org',
    '@alice.example',
    '@alicex',
    '@alice-x',
    '@小明你好',
    '\\@alice',
    '&#64;alice',
    '@аlice', // a Cyrillic a
    '@constructor @toString @__proto__ @hasOwnProperty',
    '@@alice',
  ]
  for (const text of silent) expect(linked(text), text).toEqual([])
})

test('a post names ten members at most; the same one again is linked and counts once', () => {
  const crowd = Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`member${nth}`, `member${nth}`]))
  const text = Array.from({ length: 30 }, (_, nth) => `@member${nth} @member0`).join(' ')
  const { html, named } = toHtmlNaming(text, crowd)
  expect(named).toHaveLength(MENTIONS_MAX)
  expect(html.match(/@member0<\/a>/g)).toHaveLength(31)
  expect(html).not.toContain('/members/member20')
})

test('what is looked up is bounded, and found in a time that does not grow with its square', () => {
  expect(namesIn(Array.from({ length: 500 }, (_, nth) => `@m${nth}`).join(' '))).toHaveLength(50)
  for (const hostile of ['@'.repeat(20_000), '@a'.repeat(10_000), `@${'a-'.repeat(10_000)}`, `@${'a'.repeat(20_000)}é`])
    expect(namesIn(hostile)).toEqual([])
})

test('names are taken out wherever they stand as names, and nothing else is', () => {
  const text = '@Alice said `@alice` and @alicia; mail@alice.example; @alice'
  expect(withoutNames(text, new Set(['alice']), 'X')).toBe('X said `X` and @alicia; mail@alice.example; X')
})
