import { expect, test, vi } from 'vitest'
import { CURATORS } from '../accounts/curators'
import { guest } from '../accounts/viewer'
import { db } from '../db'
import { guidePage } from '../guides/queries'
import { locales } from '../i18n/locales'
import { myPost } from '../posts/mine'
import { questionList, questionPage } from '../questions/queries'
import { starterFiles } from './files'
import { seed } from './seed'
import { shippedContent } from './shipped'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const { guides } = await shippedContent()
const starters = await starterFiles()
const versions = starters.flatMap((file) => Object.keys(file.versions))

test('the whole library is there, once, also after three starts in the same instant', async () => {
  await Promise.all([seed(), seed(), seed()])
  expect(await counts()).toEqual([
    guides.length,
    guides.length * 4,
    guides.length * 4,
    versions.length,
    versions.length,
  ])
  expect(await seed()).toBe(0)
})

test('a guide keeps the ids of its steps and its posts through a revision', async () => {
  const ids = async () => [
    (await db().guideStep.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id),
    (await db().guideVersion.findMany({ orderBy: { postId: 'asc' } })).map(({ postId }) => postId),
  ]
  const before = await ids()
  await db().guide.updateMany({ data: { contentHash: 'older' } })
  expect(await seed()).toBe(guides.length)
  expect(await ids()).toEqual(before)
})

test('a guide that had another name before is the same guide, and is found under both', async () => {
  const renamed = guides.find(({ bones }) => bones.formerSlugs.length > 0)?.bones
  const [former = '', slug = ''] = [renamed?.formerSlugs[0], renamed?.slug]
  const { id } = await db().guide.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  await db().guide.update({ where: { id }, data: { slug: former, formerSlugs: [], contentHash: 'older' } })
  expect(await seed()).toBe(1)
  expect((await db().guide.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id).toBe(id)
  expect((await guidePage(former, 'zh'))?.slug).toBe(slug)
  expect((await guidePage(slug, 'zh'))?.slug).toBe(slug)
})

test('the curators sign guides and starter questions and cannot sign in; a guide has no private page', async () => {
  const posts = await db().post.findMany({ select: { id: true, kind: true, authorId: true } })
  expect(new Set(posts.map(({ authorId }) => authorId))).toEqual(new Set([CURATORS.id]))
  expect(await db().wayIn.count({ where: { memberId: CURATORS.id } })).toBe(0)
  expect(await myPost(guest, posts.find(({ kind }) => kind === 'guide')?.id ?? 0)).toBeUndefined()
})

test('a starter question has one answer, no votes and no acceptance, and leads to its other languages', async () => {
  for (const { slug, original, versions } of starters) {
    const rows = await db().starter.findMany({ where: { slug } })
    const page = await questionPage(rows.find(({ locale }) => locale === original)?.questionId ?? 0)
    expect(page).toMatchObject({ isCurated: true, answerCount: 1, score: 0, isSolved: false, locale: original })
    expect(page?.versions.map(({ locale }) => locale).toSorted(), slug).toEqual(Object.keys(versions).toSorted())
    for (const { questionId } of rows) expect((await questionPage(questionId))?.versions, slug).toEqual(page?.versions)
  }
})

test('each reader sees each question once, in their own language if it is there', async () => {
  for (const locale of locales) {
    const seen = await everyQuestion(locale)
    expect(seen.length, locale).toBe(starters.length)
    for (const { slug, original, versions } of starters) {
      const wanted = versions[locale] ? locale : original
      const row = await db().starter.findUniqueOrThrow({ where: { slug_locale: { slug, locale: wanted } } })
      expect(seen, `${locale}: ${slug}`).toContain(row.questionId)
    }
  }
})

test('when a fact changes, the next start changes the answer that states it; a hidden version gives way to the original', async () => {
  const before = await db().starter.findFirstOrThrow({
    where: { locale: 'en', answer: { markdown: { contains: '#base-number-validity' } } },
    include: { answer: true },
  })
  await db().fact.update({
    where: { key: 'base.number-validity' },
    data: { value: { count: 11, unit: 'months' }, contentHash: 'edited', editedAt: new Date() },
  })
  expect(await seed()).toBeGreaterThan(0)
  const after = await db().post.findUniqueOrThrow({ where: { id: before.answerId } })
  expect(before.answer.markdown).toContain('[12 months]')
  expect(after.markdown).toContain('[11 months]')
  expect(after.html).toContain('11 months')

  const zh = await db().starter.findFirstOrThrow({ where: { slug: before.slug, locale: 'zh' } })
  await db().removal.create({
    data: {
      id: crypto.randomUUID(),
      postId: zh.questionId,
      removedById: CURATORS.id,
      reason: 'other',
      removedAt: new Date(),
    },
  })
  const original = await questionPage(
    (await db().post.findUniqueOrThrow({ where: { id: zh.questionId } })).translationOfId ?? 0,
  )
  expect(original?.versions.map(({ locale }) => locale)).not.toContain('zh')
})

async function counts() {
  return [
    await db().guide.count(),
    await db().guideVersion.count(),
    await db().post.count({ where: { kind: 'guide' } }),
    await db().starter.count(),
    await db().post.count({ where: { kind: 'question' } }),
  ]
}

async function everyQuestion(locale: (typeof locales)[number]): Promise<number[]> {
  const ids: number[] = []
  let before: number | undefined
  do {
    const page = await questionList({ locale, ...(before ? { before } : {}) })
    ids.push(...page.cards.map(({ id }) => id))
    before = page.before
  } while (before)
  return ids
}
