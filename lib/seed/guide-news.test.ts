import { expect, test, vi } from 'vitest'
import { db } from '../db'
import { makeMember } from '../testing/factories'
import { background, follows, toldTo } from '../testing/news'
import { seed } from './seed'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const SLUG = 'keep-number-from-abroad'

test('followers of a guide are told when what it says has changed, not when it only moved or is new', async () => {
  await seed()
  const follower = await makeMember()
  await follows(follower, { guide: SLUG })
  await db().guide.update({ where: { slug: SLUG }, data: { contentHash: 'moved' } })
  await seed()
  await background()
  expect(await toldTo(follower)).toEqual([])

  await db().guide.update({ where: { slug: SLUG }, data: { contentHash: 'older' } })
  await db().guideVersion.updateMany({ where: { guide: { slug: SLUG }, locale: 'nl' }, data: { words: {} } })
  await seed()
  await background()
  expect(await toldTo(follower)).toEqual(['guideChanged'])
}, 60_000)
