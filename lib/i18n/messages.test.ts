import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import { refusalStatus } from '../refusal'
import { type Locale, locales } from './locales'
import { messages } from './messages'
import { sentencesFor } from './sentences'

const flat = Object.fromEntries(locales.map((locale) => [locale, flatten(messages[locale])])) as Record<
  Locale,
  Map<string, string>
>

test('every language has exactly the keys of the source', () => {
  for (const locale of locales) expect([...flat[locale].keys()].sort()).toEqual([...flat.zh.keys()].sort())
})

test('every sentence takes the same values in every language', () => {
  for (const locale of locales) {
    for (const [key, sentence] of flat[locale]) {
      expect({ locale, key, values: valuesOf(parse(sentence)) }).toEqual({
        locale,
        key,
        values: valuesOf(parse(flat.zh.get(key) ?? '')),
      })
    }
  }
})

test('no sentence is left in another language', () => {
  const chinese = /\p{Script=Han}/u
  for (const [key, sentence] of flat.zh) expect(chinese.test(sentence), `${key}: ${sentence}`).toBe(true)
  for (const locale of ['en', 'fr', 'nl'] as const) {
    for (const [key, sentence] of flat[locale]) {
      expect(chinese.test(sentence), `${locale} ${key}: ${sentence}`).toBe(false)
      if (sentence.length > 25)
        for (const other of locales)
          if (other !== locale) expect(flat[other].get(key), `${locale} = ${other}: ${key}`).not.toBe(sentence)
    }
  }
})

test('every refusal has a sentence in every language, with its values filled in', () => {
  for (const locale of locales) {
    for (const code of Object.keys(refusalStatus) as (keyof typeof refusalStatus)[]) {
      const sentence = sentencesFor(locale).refusal({ code, retryAfterSeconds: 90 })
      expect(sentence).not.toMatch(/[{}]|refusals\./)
    }
  }
})

function flatten(tree: object, prefix = ''): Map<string, string> {
  const pairs = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + name, value]] : [...flatten(value, `${prefix}${name}.`)],
  )
  return new Map(pairs)
}

function valuesOf(elements: MessageFormatElement[]): string[] {
  const names = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(({ value }) => valuesOf(value))
        : []
    return [element.value, ...inner]
  })
  return [...new Set(names)].sort()
}
