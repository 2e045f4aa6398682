import { expect, test } from 'vitest'
import { languageOf, PostId } from './schema'

test('the language of a text is told by its characters and small words, and is the page’s when it does not show', () => {
  const seen = [
    ['话费还有，流量没了', 'en', 'zh'],
    ['BASE 充值失败 error 42', 'fr', 'zh'],
    ['Welke gsm heb je precies?', 'nl', 'nl'],
    ['Welke gsm heb je precies?', 'en', 'nl'],
    ['Bonjour, comment recharger avec une carte étrangère ?', 'nl', 'fr'],
    ['How do I top up my card?', 'zh', 'en'],
    ['BASE ?', 'fr', 'fr'],
    ['ok merci', 'nl', 'nl'],
    ['1914', 'zh', 'zh'],
  ] as const
  for (const [text, page, language] of seen) expect(languageOf(text, page), text).toBe(language)
})

test('a post’s number is taken in one spelling only', () => {
  for (const good of ['1', '2147483647', 7]) expect(PostId.parse(good)).toBe(Number(good))
  for (const bad of ['0', '01', '1e3', '0x10', ' 5', '5 ', '-1', '2147483648', '1.0', '', true, [5], 1.5, 0, null])
    expect(PostId.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
})
