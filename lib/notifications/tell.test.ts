import { expect, test, vi } from 'vitest'
import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as restoreDoorway } from '@/app/api/v1/restorations/route'
import { CURATORS } from '../accounts/curators'
import { type Viewer, viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { acceptancesDoor, removalsDoor, restorationsDoor } from '../doors'
import { newId } from '../ids'
import { makeMember, makeSubjects, type TestMember } from '../testing/factories'
import { answers, asks, background, comments, follows, toldTo } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { inbox, unreadCount } from './queries'
import { tell } from './tell'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const viewing = ({ token }: TestMember): Promise<Viewer> => viewerOf(token)
const linesOf = async (member: TestMember) =>
  (await inbox(await viewing(member), 'en')).groups.flatMap(({ lines }) =>
    lines.map(({ kind, count }) => ({ kind, count })),
  )
const moderates = async (door: typeof hideDoorway, path: string, post: number) => {
  const { cookie } = await makeMember({ role: 'moderator' })
  await door(jsonRequest(path, { post, reason: door === hideDoorway ? 'spam' : 'it was fine' }, { cookie }))
}
const hides = (post: number) => moderates(hideDoorway, removalsDoor, post)
const restores = (post: number) => moderates(restoreDoorway, restorationsDoor, post)

test('an answer is told to the asker, to those who wrote there and to those who follow, never to its author or to strangers', async () => {
  const [asker, commenter, follower, stranger, helper] = await Promise.all(
    Array.from({ length: 5 }, () => makeMember()),
  )
  if (!asker || !commenter || !follower || !stranger || !helper) throw new Error('five')
  const question = await asks(asker)
  await comments(commenter, question)
  await follows(follower, { post: question })
  await background()
  expect(await toldTo(asker)).toEqual(['commentOnMine'])
  await answers(helper, question)
  await background()

  expect(await toldTo(asker)).toEqual(['commentOnMine', 'answerToMine'])
  expect(await toldTo(commenter)).toEqual(['answerToFollowed'])
  expect(await toldTo(follower)).toEqual(['answerToFollowed'])
  expect([await toldTo(helper), await toldTo(stranger)]).toEqual([[], []])
})

test('whoever stopped following hears nothing more, also when they write there again or asked it themselves', async () => {
  const [asker, follower, helper] = [await makeMember(), await makeMember(), await makeMember()]
  const question = await asks(asker)
  await comments(follower, question)
  for (const member of [asker, follower]) await follows(member, { post: question }, 'no')
  await comments(follower, question)
  await background()
  await db().notification.deleteMany()
  await answers(helper, question)
  await background()

  expect([await toldTo(asker), await toldTo(follower)]).toEqual([[], []])
})

test('three answers are one entry that says three, and reading it anywhere leaves nothing unread', async () => {
  const asker = await makeMember()
  const question = await asks(asker)
  for (const helper of [await makeMember(), await makeMember(), await makeMember()]) await answers(helper, question)
  await background()

  expect(await linesOf(asker)).toEqual([{ kind: 'answerToMine', count: 3 }])
  expect(await unreadCount(await viewing(asker))).toBe(1)
})

test('acceptance is told once, and not while it is taken back', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await asks(asker)
  const answer = await answers(helper, question)
  const accept = (body: object) =>
    acceptDoorway(jsonRequest(acceptancesDoor, { question, ...body }, { cookie: asker.cookie }))
  for (const body of [{ answer }, {}, { answer }]) await accept(body)
  await background()
  expect(await linesOf(helper)).toEqual([{ kind: 'answerAccepted', count: 1 }])
  await accept({})
  expect(await linesOf(helper)).toEqual([])
})

test('what is hidden is told to nobody but its author, who is told that it was hidden; restored, it is back', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await asks(asker)
  const answer = await answers(helper, question)
  await background()
  await hides(answer)
  await background()
  expect(await linesOf(asker)).toEqual([])
  expect(await unreadCount(await viewing(asker))).toBe(0)
  expect(await linesOf(helper)).toEqual([{ kind: 'postHidden', count: 1 }])

  await restores(answer)
  await background()
  expect(await linesOf(asker)).toEqual([{ kind: 'answerToMine', count: 1 }])
  await hides(question)
  expect(await linesOf(asker)).toEqual([])
})

test('a new question is told to the followers of its operator, in its original language only', async () => {
  const { operator } = await makeSubjects()
  const [follower, other, asker] = [await makeMember(), await makeMember(), await makeMember()]
  await follows(follower, { operator })
  await follows(other, { operator: (await makeSubjects()).operator })
  const question = await asks(asker, { operator })
  await db().post.update({ where: { id: await asks(asker, { operator }) }, data: { translationOfId: question } })
  await background()

  expect(await toldTo(follower)).toEqual(['operatorQuestion'])
  expect(await toldTo(other)).toEqual([])
})

test('two workers at once, and the same work done again, tell each of twelve hundred followers once', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await asks(asker)
  const crowd = Array.from({ length: 1_200 }, () => newId())
  const [joinedAt, followedAt] = [new Date(), new Date()]
  await db().member.createMany({
    data: crowd.map((id) => ({ id, handle: id, handleSkeleton: id, joinedAt })),
  })
  await db().follow.createMany({
    data: crowd.map((memberId) => ({ id: newId(), memberId, postId: question, followedAt })),
  })
  await answers(helper, question)
  const job = await db().job.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const event = job.key.slice('tell:'.length)
  await Promise.all([background(), background(), tell(event, new Date()), tell(event, new Date())])
  await tell(event, new Date())

  expect(await db().notification.count({ where: { eventId: event } })).toBe(1_201)
  expect(await db().job.count()).toBe(0)
})

test('the curators, as whom nobody signs in, are told nothing', async () => {
  await db().member.create({
    data: { ...CURATORS, handleSkeleton: CURATORS.handle, joinedAt: new Date() },
  })
  const question = await asks(await makeMember())
  await db().post.update({ where: { id: question }, data: { authorId: CURATORS.id } })
  await answers(await makeMember(), question)
  await background()
  expect(await toldTo(CURATORS)).toEqual([])
})
