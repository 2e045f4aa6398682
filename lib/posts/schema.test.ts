import { expect, test } from 'vitest'
import { languageOf } from './schema'

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
