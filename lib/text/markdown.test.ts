import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal'
import { excerpt } from './excerpt'
import { toHtml } from './markdown'
import { render } from './render'

test('what members write with is rendered', () => {
  expect(toHtml('**b** *i* ~~s~~ `c`')).toBe('<p><strong>b</strong> <em>i</em> <s>s</s> <code>c</code></p>\n')
  expect(toHtml('# big')).toBe('<h3>big</h3>\n')
  expect(toHtml('| a |\n|---|\n| b |')).toContain('<th scope="col">a</th>')
  expect(toHtml('line\nline')).toContain('<br />')
})

test('a link is followed by nobody’s trust', () => {
  expect(toHtml('see https://example.org/x')).toContain('<a href="https://example.org/x" rel="nofollow ugc noopener">')
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:x)',
  '![x](https://evil.example/p.png)',
  '[x](//evil.example)',
  '[x](https://a.example "\\" onmouseover=alert(1) x=\\"")',
  '<a href="https://x" onclick="x">x</a>',
  '`</code><script>alert(1)</script>`',
  '<iframe src="https://evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '<form action="https://evil.example"><input name=password>',
  '<meta name="x-status" content="404">',
  '<!--><script>alert(1)</script>-->',
  '&lt;script&gt;',
]

test('no tag, attribute or scheme but ours ever comes out, whatever goes in', () => {
  const TAG =
    /<\/?(p|br|strong|em|s|code|pre|blockquote|ul|ol|li|hr|a|h[3-6]|table|thead|tbody|tr|th|td)( (href="(https?:|mailto:)[^"<>]*"|rel="nofollow ugc noopener"|start="\d+"|scope="col"))*( \/)?>/g
  const check = (text: string) => {
    expect(toHtml(text).replace(TAG, ''), text).not.toMatch(/[<>]/)
  }
  for (const text of hostile) check(text)
  const pieces = fc.constantFrom(...hostile, ...'<>[]()*_`#|!&"\'\n -=:', 'http://', 'javascript:', '&#', 'x')
  fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => check(parts.join(''))))
})

test('deep nesting and long rows are rendered in time', async () => {
  for (const text of [
    '>'.repeat(5_000),
    '['.repeat(20_000),
    '* '.repeat(10_000),
    '`'.repeat(20_000),
    '|'.repeat(20_000),
    '_a'.repeat(10_000),
  ])
    expect((await render(text)).html.length).toBeGreaterThan(0)
})

test('a text that takes too long is refused, and whoever comes with it is not', async () => {
  const slow = render('[a](b) *c* '.repeat(400_000))
  const behind = render('**fine**')

  await expect(slow).rejects.toEqual(new Refusal('tooComplex'))
  expect((await behind).html).toBe('<p><strong>fine</strong></p>\n')
})

test('a text that eats all memory ends the process that renders it, and nothing else', async () => {
  // Nested arrays of tokens: far more than the process may hold, long before its second is over.
  const greedy = '[a](b) *c* '.repeat(4_000_000)
  await expect(render(greedy)).rejects.toEqual(new Refusal('tooComplex'))
  expect((await render('**fine**')).html).toBe('<p><strong>fine</strong></p>\n')
})

test('a text that grows out of all proportion is refused, before it is stored', async () => {
  const cells = `|${' a |'.repeat(200)}\n|${'-|'.repeat(200)}\n${'|\n'.repeat(200)}`
  await expect(render(cells)).rejects.toEqual(new Refusal('tooComplex'))
  expect(toHtml(`[a]: http://x.example/${'y'.repeat(1_000)}\n\n${'[a] '.repeat(1_000)}`).length).toBeLessThan(50_000)
})

test('an excerpt is plain words, and looks only at the beginning of a hostile text', () => {
  expect(excerpt('**Hello** [there](https://x.example) `code`', 100)).toBe('Hello there code')
  expect(excerpt('x'.repeat(10), 4)).toBe('xxxx…')
  // Each of these took over half a second before the look was bounded; a thousand of them would take minutes.
  for (const hostile of ['[', '![', '[a](', '[a]([', '`'])
    for (let nth = 0; nth < 1_000; nth += 1) excerpt(hostile.repeat(5_000), 100)
}, 20_000)
