import { beforeAll, expect, test, vi } from 'vitest'
import { checklistFile } from '../seed/files'
import { seed } from '../seed/seed'
import { shippedContent } from '../seed/shipped'
import { find } from './find'
import { places } from './places'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

// What the five articles named, promised and got wrong. The counts are those of the dossier: sections 4 and 5.1 to 5.5.
const { errors, items, questions } = await checklistFile()
const { known } = await shippedContent()
const RESULTS_SEEN = 10

beforeAll(async () => {
  await seed()
})

test('nothing is dropped from the list: 57 errors, 169 things named, 20 open questions', () => {
  expect([errors.length, items.length, questions.length]).toEqual([57, 169, 20])
  expect(new Set(errors.map(({ id }) => id)).size).toBe(57)
  const perArticle = ['000', '001', '002', '003', '004'].map(
    (one) => items.filter(({ article }) => article === one).length,
  )
  expect(perArticle).toEqual([35, 29, 35, 33, 37])
})

test('every one of them is covered by a place that exists', () => {
  const all = [...errors, ...items, ...questions]
  expect(all.filter(({ coveredBy }) => !known.targets.has(`guide:${coveredBy}`))).toEqual([])
})

test('a reader who searches with the words of the articles finds the guide that corrects or answers them', async () => {
  const all = await places()
  const lost = [...errors, ...questions].filter(({ coveredBy, foundBy }) => {
    const [slug] = coveredBy.split('#')
    const found = find(foundBy, 'zh', all).slice(0, RESULTS_SEEN)
    return !found.some(({ place }) => place.path.split('#')[0] === `/zh/guides/${slug}`)
  })
  expect(lost.map(({ foundBy, coveredBy }) => `${foundBy} → ${coveredBy}`)).toEqual([])
})

test('the articles’ own names for cards and numbers lead to a guide', async () => {
  const all = await places()
  for (const word of [
    '保号卡',
    '上网卡',
    '上上网卡',
    '5G 卡',
    '4G 卡',
    '11 位 SIM 卡号',
    'IMSI',
    '电话卡',
    '充值卡',
    '一站式',
  ])
    expect(
      find(word, 'zh', all)
        .slice(0, RESULTS_SEEN)
        .some(({ place }) => place.path.startsWith('/zh/guides/')),
      word,
    ).toBe(true)
})
