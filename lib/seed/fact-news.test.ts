import { expect, test, vi } from 'vitest'
import { seedCurators } from '../accounts/curators'
import { db } from '../db'
import { makeMember } from '../testing/factories'
import { background, follows, toldTo } from '../testing/news'
import { write } from '../write'
import { seedLedger } from './ledger'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const seed = () =>
  write(
    async (tx) => {
      await seedCurators(tx, new Date())
      await seedLedger(tx, new Date())
    },
    { timeoutMs: 30_000 },
  )
const KEY = 'base.number-validity'

test('followers of an operator are told when a fact about it reads otherwise, not when it was only read again or is new', async () => {
  await seed()
  const follower = await makeMember()
  await follows(follower, { operator: 'base' })
  await db().fact.update({ where: { key: KEY }, data: { contentHash: 'read again', readOn: new Date('2020-01-01') } })
  await seed()
  await background()
  expect(await toldTo(follower)).toEqual([])

  const texts = { zh: '从前', en: 'before', fr: 'avant', nl: 'vroeger' }
  await db().fact.update({ where: { key: KEY }, data: { contentHash: 'older', text: texts } })
  await seed()
  await background()
  expect(await toldTo(follower)).toEqual(['factChanged'])
}, 60_000)
