import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '../i18n/locales'
import { displayed, type StoredFact } from './display'

const texts = (word: string) => Object.fromEntries(locales.map((locale) => [locale, `${word} ${locale}`]))
const stored = (given: Partial<StoredFact>): StoredFact => ({
  key: 'synthetic.number-validity',
  topic: 'clocks',
  kind: 'period',
  value: { count: 777, unit: 'months' },
  qualifier: 'lastTopUp',
  text: texts('the secret sentence with 777'),
  question: texts('what is it?'),
  note: texts('the secret note'),
  sourceUrl: 'https://operator.example/page',
  alsoUrls: [],
  readOn: null,
  compiledOn: new Date('2026-11-20'),
  confidence: 'high',
  operator: { slug: 'synthetic', name: 'Synthetic' },
  subject: null,
  ...given,
})

test('high and medium are shown as facts, with value, source and date', () => {
  for (const confidence of ['high', 'medium'] as const)
    for (const locale of locales)
      expect(displayed(stored({ confidence }), locale)).toMatchObject({
        standing: 'fact',
        confidence,
        text: `the secret sentence with 777 ${locale}`,
        value: { kind: 'period', value: { count: 777, unit: 'months' } },
        sourceUrl: 'https://operator.example/page',
        compiledOn: new Date('2026-11-20'),
        address: `/${locale}/operators/synthetic/facts#synthetic-number-validity`,
      })
})

test('of a low or unverified fact nothing comes out but the question, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('low' as const, 'unverified' as const),
      fc.constantFrom(...locales),
      (confidence, locale) => {
        const view = displayed(stored({ confidence }), locale)
        expect(JSON.stringify(view)).not.toMatch(/777|secret/)
        expect(view).toMatchObject({ standing: 'open', question: `what is it? ${locale}` })
      },
    ),
  )
})

test('a fact without its source or its sentence is a failure, never a page', () => {
  expect(() => displayed(stored({ sourceUrl: null }), 'zh')).toThrow(/without a source/)
  expect(() => displayed(stored({ text: null }), 'zh')).toThrow(/missing in zh/)
  expect(() => displayed(stored({ value: { count: 0 } }), 'zh')).toThrow()
})
