import { expect, test, vi } from 'vitest'
import { locales } from '../i18n/locales'
import { glossaryFile } from '../seed/files'
import { seed } from '../seed/seed'
import { termGroups } from './groups'
import { glossary } from './queries'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const file = await glossaryFile()

test('every word of the glossary stands under exactly one subject', () => {
  const sorted = Object.values(termGroups).flat().toSorted()
  expect(sorted).toEqual(file.map(({ slug }) => slug).toSorted())
})

test('a reader gets every word in all four languages, their own first, and its meaning in their own', async () => {
  await seed()
  for (const locale of locales) {
    const terms = await glossary(locale)
    expect(terms).toHaveLength(file.length)
    for (const { terms: forms, meaning, slug } of terms) {
      expect(forms[0]?.locale).toBe(locale)
      expect(new Set(forms.map((form) => form.locale))).toEqual(new Set(locales))
      expect(meaning).toBe(file.find((one) => one.slug === slug)?.meaning[locale])
    }
  }
})

test('the words of one language are never the same twice, and no meaning states a figure', () => {
  for (const locale of locales) {
    const words = file.map(({ term }) => term[locale])
    expect(
      words.filter((word, index) => words.indexOf(word) !== index),
      locale,
    ).toEqual([])
    for (const { slug, meaning } of file) expect(meaning[locale].replace(/[2-5]G/g, ''), slug).not.toMatch(/\d/)
  }
})
