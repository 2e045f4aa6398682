import { beforeAll, expect, test, vi } from 'vitest'
import { CURATORS } from '../accounts/curators'
import { db } from '../db'
import { type Locale, locales } from '../i18n/locales'
import { newId } from '../ids'
import { questionList, questionPage } from '../questions/queries'
import { makeMember } from '../testing/factories'
import { starterFiles } from './files'
import { seed } from './seed'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const starters = await starterFiles()
const onValidity = starters.find(({ versions }) => versions.en?.answer.includes('{{base.number-validity}}'))?.slug ?? ''

beforeAll(async () => {
  await seed()
})

test('a starter question has one answer, no votes and no acceptance, and leads to its other languages', async () => {
  for (const { slug, original, versions } of starters) {
    const page = await questionPage((await rowOf(slug, original)).questionId)
    expect(page).toMatchObject({ isCurated: true, answerCount: 1, score: 0, isSolved: false, locale: original })
    expect(page?.versions.map(({ locale }) => locale).toSorted(), slug).toEqual(Object.keys(versions).toSorted())
    for (const { questionId } of await db().starter.findMany({ where: { slug } }))
      expect((await questionPage(questionId))?.versions, slug).toEqual(page?.versions)
  }
})

test('each reader sees each question once, in their own language if it is there', async () => {
  for (const locale of locales) {
    const seen = await everyQuestion(locale)
    expect(seen.length, locale).toBe(starters.length)
    for (const { slug, original, versions } of starters)
      expect(seen, `${locale}: ${slug}`).toContain((await rowOf(slug, versions[locale] ? locale : original)).questionId)
  }
})

test('a hidden version gives way to the original, and a hidden original to what is left of it', async () => {
  const french = starters.find(({ original }) => original === 'fr')?.slug ?? ''
  const [zh, en, fr] = await Promise.all((['zh', 'en', 'fr'] as const).map((locale) => rowOf(french, locale)))
  await hide(zh?.questionId ?? 0)
  expect(await everyQuestion('zh')).toContain(fr?.questionId)
  expect((await questionPage(fr?.questionId ?? 0))?.versions.map(({ locale }) => locale)).toEqual(['fr', 'en'])

  await hide(fr?.questionId ?? 0)
  for (const locale of locales) expect(await everyQuestion(locale), locale).toContain(en?.questionId)
})

test('what a moderator hid stays hidden at the next start', async () => {
  const { questionId } = await rowOf(onValidity, 'zh')
  await hide(questionId)
  expect(await seed()).toBe(0)
  expect(await questionPage(questionId)).toBeUndefined()
})

test('when a fact changes, the next start changes the answer that states it; when it becomes unsure, the answer no longer states it', async () => {
  const { answerId } = await rowOf(onValidity, 'en')
  const text = async () => (await db().post.findUniqueOrThrow({ where: { id: answerId } })).html
  const edit = (data: object) =>
    db().fact.update({
      where: { key: 'base.number-validity' },
      data: { ...data, contentHash: 'edited', editedAt: new Date() },
    })
  expect(await text()).toContain('12 months')

  await edit({ value: { count: 11, unit: 'months' } })
  expect(await seed()).toBeGreaterThan(0)
  expect(await text()).toContain('11 months')

  await edit({ confidence: 'low', question: { zh: '多久？', en: 'How long?', fr: 'Combien ?', nl: 'Hoelang?' } })
  expect(await seed()).toBeGreaterThan(0)
  expect(await text()).not.toContain('months')
})

test('what the project has changed is repaired as a whole, and what it no longer has is hidden until it has it again', async () => {
  const { id, questionId } = await rowOf(onValidity, 'en')
  await db().starter.update({ where: { id }, data: { contentHash: 'older' } })
  await db().post.update({ where: { id: questionId }, data: { operatorId: null } })
  await seed()
  expect((await questionPage(questionId))?.operator?.slug).toBe('base')

  await db().starter.update({ where: { id }, data: { slug: 'no-longer-there' } })
  await seed()
  expect(await questionPage(questionId)).toBeUndefined()
  const twin = await rowOf(onValidity, 'en')
  await db().starter.delete({ where: { id: twin.id } })
  await db().starter.update({ where: { id }, data: { slug: onValidity } })
  await seed()
  expect((await questionPage(questionId))?.id).toBe(questionId)
})

function rowOf(slug: string, locale: Locale) {
  return db().starter.findUniqueOrThrow({ where: { slug_locale: { slug, locale } } })
}

async function hide(postId: number) {
  const { id: removedById } = await makeMember({ role: 'moderator' })
  expect(removedById).not.toBe(CURATORS.id)
  await db().removal.create({ data: { id: newId(), postId, removedById, reason: 'offTopic', removedAt: new Date() } })
}

async function everyQuestion(locale: Locale): Promise<number[]> {
  const ids: number[] = []
  let before: number | undefined
  do {
    const page = await questionList({ locale, ...(before ? { before } : {}) })
    ids.push(...page.cards.map(({ id }) => id))
    before = page.before
  } while (before)
  return ids
}
