import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documents } from './documents'
import { find as findIn } from './find'
import { findNear } from './near'
import { queryFrom } from './schema'

const find = (query: string, reader: 'zh' | 'en' | 'fr' | 'nl') => findIn(query, reader, documents())
const paths = (query: string, reader: 'zh' | 'en' | 'fr' | 'nl') => find(query, reader).map(({ place }) => place.path)

test('a word is found in every language, the reader’s first', () => {
  expect(find('PUK', 'nl')[0]?.place.locale).toBe('nl')
  expect(new Set(find('PUK', 'nl').map(({ place }) => place.locale))).toEqual(new Set(['zh', 'en', 'fr', 'nl']))
})

test('case, accents and width do not matter', () => {
  expect(paths('operateur', 'fr')).toEqual(paths('OPÉRATEUR', 'fr'))
  expect(paths('ＰＵＫ', 'zh')).toEqual(paths('puk', 'zh'))
  expect(paths('operateur', 'fr').length).toBeGreaterThan(0)
})

test('a curly apostrophe, quotes and a question mark do not hide a word, and punctuation alone is no query', () => {
  expect(paths("l'opérateur", 'fr').length).toBeGreaterThan(0)
  expect(paths("l'opérateur", 'fr')).toEqual(paths('l’opérateur', 'fr'))
  expect(paths('"source?"', 'en')).toEqual(paths('source', 'en'))
  expect(paths('保号', 'zh')).toContain('/zh')
  expect(paths('. ?', 'en')).toEqual([])
})

test('one Chinese character is a query', () => {
  expect(find('猜', 'zh').map(({ place }) => place.path)).toContain('/zh/how-we-check-facts#never')
})

test('all words must be there, and a title counts more', () => {
  expect(paths('PUK zebra', 'en')).toEqual([])
  expect(paths('honest', 'en')[0]).toBe('/en/how-we-check-facts#dates')
})

test('nothing is found for nothing, and any query is total; what is marked is what was asked', () => {
  expect(find('   ', 'zh')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (given) => {
      for (const { title, excerpt } of find(queryFrom(given), 'zh'))
        expect([...title, ...excerpt].some(({ isHit }) => isHit)).toBe(true)
    }),
  )
})

test('a query is cut at its limit in whole characters', () => {
  expect([...queryFrom('🈶'.repeat(500))]).toHaveLength(200)
  expect(queryFrom(['one', 'two'])).toBe('one')
})

test('a whole sentence that nothing answers word for word finds what comes near, in the reader’s language', () => {
  const places = [
    { locale: 'zh', path: '/zh/one', title: '付了钱，没到账', text: '先别再付。充值没到账，等一等。' },
    { locale: 'zh', path: '/zh/two', title: 'eSIM', text: '换手机' },
    { locale: 'nl', path: '/nl/one', title: 'Betaald, geen krediet', text: '充值没到账' },
  ] as const
  const near = (query: string) => findNear(query, 'zh', places).map(({ place }) => place.path)
  expect(near('充值了钱没到账')).toEqual(['/zh/one'])
  expect(near('BASE快过期了')).toEqual([])
  expect(near('x')).toEqual([])
  expect(near('. ?')).toEqual([])
})
