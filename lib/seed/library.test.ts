import { beforeAll, expect, test, vi } from 'vitest'
import { CURATORS } from '../accounts/curators'
import { guest } from '../accounts/viewer'
import { db } from '../db'
import { guidePage } from '../guides/queries'
import { newId } from '../ids'
import { myPost } from '../posts/mine'
import { starterFiles } from './files'
import { seed } from './seed'
import { shippedContent } from './shipped'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const { guides } = await shippedContent()
const starters = await starterFiles()
const versions = starters.flatMap((file) => Object.keys(file.versions))

beforeAll(async () => {
  await Promise.all([seed(), seed(), seed()])
})

test('the whole library is there, once, also after three starts in the same instant', async () => {
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

test('an older release that made the guide anew under its old name is forgotten', async () => {
  const { slug, formerSlugs } = guides.find(({ bones }) => bones.formerSlugs.length > 0)?.bones ?? {
    slug: '',
    formerSlugs: [],
  }
  const { id: _id, ...twin } = await db().guide.findUniqueOrThrow({ where: { slug } })
  const columns = { ...twin, parts: twin.parts ?? {}, slug: formerSlugs[0] ?? '', formerSlugs: [] }
  await db().guide.create({ data: { id: newId(), ...columns } })
  await db().guide.update({ where: { slug }, data: { contentHash: 'older' } })
  expect(await seed()).toBe(1)
  expect(await db().guide.count()).toBe(guides.length)
})

test('the curators sign guides and starter questions and cannot sign in; a guide has no private page', async () => {
  const posts = await db().post.findMany({ select: { id: true, kind: true, authorId: true } })
  expect(new Set(posts.map(({ authorId }) => authorId))).toEqual(new Set([CURATORS.id]))
  expect(await db().wayIn.count({ where: { memberId: CURATORS.id } })).toBe(0)
  expect(await myPost(guest, posts.find(({ kind }) => kind === 'guide')?.id ?? 0)).toBeUndefined()
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
