import { expect, test, vi } from 'vitest'
import { POST as readsDoorway } from '@/app/api/v1/reads/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { readsDoor } from '../doors'
import { inbox, unreadCount } from '../notifications/queries'
import { makeAnswer, makeMember, makeQuestion, makeSubjects } from '../testing/factories'
import { answers, asks, background, follows } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { followed } from './queries'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

test('following is a state: ten times at once is one row, and one target at a time', async () => {
  const { operator } = await makeSubjects()
  const member = await makeMember()
  const statuses = await Promise.all(Array.from({ length: 10 }, () => follows(member, { operator })))
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await db().follow.count({ where: { memberId: member.id } })).toBe(1)
  for (const target of [{}, { operator, post: await makeQuestion(member.id) }])
    expect((await follows(member, target)).status).toBe(422)
  await follows(member, { operator }, 'no')
  expect((await followed(await viewerOf(member.token), 'en')).found).toEqual([])
})

test('what is not there, or hidden, cannot be followed, and a hidden question is not named in the list', async () => {
  const [author, member] = [await makeMember(), await makeMember()]
  const hidden = await makeQuestion(author.id, { isHidden: true })
  for (const target of [{ post: hidden }, { post: 999_999 }, { operator: 'nobody' }, { guide: 'nothing' }])
    expect((await follows(member, target)).status).toBe(404)
  const question = await makeQuestion(author.id)
  await follows(member, { post: question })
  const moderator = await makeMember({ role: 'moderator' })
  await db().removal.create({
    data: {
      id: '0198f3c0-0000-7000-8000-000000000003',
      postId: question,
      removedById: moderator.id,
      reason: 'spam',
      removedAt: new Date(),
    },
  })
  expect((await followed(await viewerOf(member.token), 'en')).found).toEqual([])
})

test('a member reads only their own inbox, marks only their own as read, and what came after the list was drawn stays unread', async () => {
  const [asker, other, helper] = [await makeMember(), await makeMember(), await makeMember()]
  const [mine, theirs] = [await asks(asker), await asks(other)]
  for (const question of [mine, theirs]) await answers(helper, question)
  await background()
  const read = (what: object) => readsDoorway(jsonRequest(readsDoor, what, { cookie: asker.cookie }))
  await read({ home: theirs })
  await read({ until: new Date(Date.now() - 60_000).toISOString() })
  expect(await unreadCount(await viewerOf(asker.token))).toBe(1)
  await read({})
  expect(await unreadCount(await viewerOf(asker.token))).toBe(0)
  expect(await unreadCount(await viewerOf(other.token))).toBe(1)
  expect((await inbox(await viewerOf(asker.token), 'en')).groups.map(({ about }) => about.home)).toEqual([mine])
})

test('a long inbox is paged by key: every page once, also when all came in one instant', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  for (let nth = 0; nth < 45; nth += 1) await makeAnswer(helper.id, await makeQuestion(asker.id))
  await background(new Date('2030-11-21T12:00:00Z'))
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await inbox(await viewerOf(asker.token), 'en', after)
    seen.push(...page.groups.map(({ about }) => about.home ?? 0))
    after = page.after
  } while (after)
  expect(seen.length).toBe(new Set(seen).size)
  expect(seen.length).toBe(45)
  expect(new Set(seen).size).toBe(45)
})

test('a list goes on from a key of ours, and begins anew from any other', async () => {
  const member = await makeMember()
  await asks(member)
  expect((await followed(await viewerOf(member.token), 'en', "' OR 1=1 --")).found).toHaveLength(1)
  expect((await inbox(await viewerOf(member.token), 'en', "' OR 1=1 --")).groups).toEqual([])
})
