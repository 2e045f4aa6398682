import { expect, test, vi } from 'vitest'
import { POST as decideDoorway } from '@/app/api/v1/flags/decisions/route'
import { POST as flagsDoorway } from '@/app/api/v1/flags/route'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as votesDoorway } from '@/app/api/v1/votes/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { choicesDoor, flagDecisionsDoor, flagsDoor, removalsDoor, votesDoor } from '../doors'
import { record } from '../events'
import { makeFact, makeGuide } from '../testing/content'
import { makeMember, makeQuestion, makeSubjects, type TestMember } from '../testing/factories'
import { answers, asks, background, comments, follows, toldTo } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { notificationKinds } from './kinds'
import { inbox } from './queries'
import { tell } from './tell'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const votes = ({ cookie }: TestMember, post: number, value: number) =>
  votesDoorway(jsonRequest(votesDoor, { post, value }, { cookie }))
const flags = ({ cookie }: TestMember, post: number) =>
  flagsDoorway(jsonRequest(flagsDoor, { post, reason: 'spam' }, { cookie }))
const chooses = ({ cookie }: TestMember, what: object) =>
  choicesDoorway(jsonRequest(choicesDoor, { letters: 'en', inbox: notificationKinds, ...what }, { cookie }))
const groupsOf = async ({ token }: TestMember) => (await inbox(await viewerOf(token), 'en')).groups
const marksOf = async (author: TestMember) =>
  db().notification.findMany({
    where: { memberId: author.id, kind: 'votesReached' },
    select: { mark: true, readAt: true },
  })

test('the first helpful vote is news, and the fifth; none of them twice, whatever is taken back and given again', async () => {
  const author = await makeMember()
  const post = await asks(author)
  const crowd = await Promise.all(Array.from({ length: 5 }, () => makeMember()))
  const [first] = crowd
  if (!first) throw new Error('five')
  for (const value of [1, 0, 1, -1, 1]) await votes(first, post, value)
  await background()
  expect(await marksOf(author)).toEqual([{ mark: 1, readAt: null }])
  await db().notification.updateMany({ data: { readAt: new Date() } })

  // All at once: whoever is the fifth makes it news, and nobody else.
  await Promise.all(crowd.map((one) => votes(one, post, 1)))
  await background()
  expect(await marksOf(author)).toEqual([{ mark: 5, readAt: null }])
  expect((await groupsOf(author)).flatMap(({ lines }) => lines)).toMatchObject([{ kind: 'votesReached', count: 5 }])
  await db().notification.updateMany({ data: { readAt: new Date() } })
  for (const value of [0, 1, 0, 1]) await votes(first, post, value)
  await background()
  const events = await db().event.findMany({ where: { postId: post, kind: 'votesReached' }, orderBy: { id: 'asc' } })
  expect(events.map(({ codes }) => codes)).toEqual([{ mark: 1 }, { mark: 5 }])
  expect((await marksOf(author))[0]?.readAt).not.toBeNull()
})

test('marks that are told late, or out of order, leave the highest', async () => {
  const author = await makeMember()
  const postId = await makeQuestion(author.id)
  for (const mark of [10, 1, 5])
    await record(db(), { kind: 'votesReached', actorId: null, postId, at: new Date(), codes: { mark } })
  const jobs = await db().job.findMany({ where: { kind: 'tell' }, orderBy: { id: 'asc' } })
  for (const { key } of jobs) await tell(key.slice('tell:'.length), new Date())
  expect(await marksOf(author)).toEqual([{ mark: 10, readAt: null }])
  await Promise.all([background(), background()])
  expect(await marksOf(author)).toEqual([{ mark: 10, readAt: null }])
})

test('whoever reported a post hears what was decided, and of a hidden one not a word of it', async () => {
  const [author, reporter, other] = [await makeMember(), await makeMember(), await makeMember()]
  const { cookie } = await makeMember({ role: 'moderator' })
  const [bad, fine] = [await asks(author, { title: 'a synthetic bad title' }), await asks(author)]
  for (const post of [bad, fine]) await flags(reporter, post)
  await flags(other, bad)
  await hideDoorway(jsonRequest(removalsDoor, { post: bad, reason: 'spam' }, { cookie }))
  await decideDoorway(jsonRequest(flagDecisionsDoor, { post: fine }, { cookie }))
  await background()

  expect((await toldTo(reporter)).toSorted()).toEqual(['flagDismissed', 'flagUpheld'])
  expect([await toldTo(other), await toldTo(author)]).toEqual([['flagUpheld'], ['postHidden']])
  const groups = await groupsOf(reporter)
  expect(JSON.stringify(groups)).not.toContain('bad title')
  expect(groups.flatMap(({ lines }) => lines.map(({ path }) => path)).toSorted()).toEqual([
    '/en/about/rules',
    `/en/questions/${fine}`,
  ])
})

test('followers of a member hear of their questions and answers, not of comments, and of nothing that the member does not list', async () => {
  const [writer, follower, asker] = [await makeMember(), await makeMember(), await makeMember()]
  expect((await follows(follower, { member: writer.handle })).status).toBe(201)
  const question = await asks(asker)
  await answers(writer, question)
  await comments(writer, await asks(writer))
  await background()
  expect(await toldTo(follower)).toEqual(['memberPosted', 'memberPosted'])

  const shows = { memberId: writer.id, showsContributions: false, savedAt: new Date() }
  await db().profile.create({ data: shows })
  await asks(writer)
  await background()
  expect(await toldTo(follower)).toHaveLength(2)
})

test('nobody follows themselves, a member who is suspended, or one who is not there', async () => {
  const member = await makeMember()
  expect((await follows(member, { member: member.handle })).status).toBe(403)
  for (const handle of ['nobody-here', (await makeMember({ isSuspended: true })).handle])
    expect((await follows(member, { member: handle })).status).toBe(404)
})

test('a fact that changes is told to who follows its operator, or a guide that holds it: once', async () => {
  const { operator } = await makeSubjects()
  const { id: factId, key } = await makeFact(operator)
  const guide = await makeGuide([key])
  const [one, two, both] = [await makeMember(), await makeMember(), await makeMember()]
  for (const member of [one, both]) await follows(member, { operator })
  for (const member of [two, both]) await follows(member, { guide })
  await record(db(), { kind: 'factChanged', actorId: null, factId, at: new Date() })
  await background()
  for (const member of [one, two, both]) expect(await toldTo(member)).toEqual(['factChanged'])
  expect((await groupsOf(both))[0]).toMatchObject({
    about: { operator },
    lines: [{ path: `/en/operators/${operator}/facts` }],
  })
  expect((await groupsOf(two))[0]?.lines[0]?.path).toBe(`/en/guides/${guide}`)
})

test('what is not wanted in the inbox is not there; what a moderator did to one’s own is, whatever one chooses', async () => {
  const asker = await makeMember()
  await chooses(asker, { inbox: [] })
  const question = await asks(asker)
  await answers(await makeMember(), question)
  const { cookie } = await makeMember({ role: 'moderator' })
  await hideDoorway(jsonRequest(removalsDoor, { post: question, reason: 'spam' }, { cookie }))
  await background()
  expect(await toldTo(asker)).toEqual(['postHidden'])

  // Wanted by letter alone, it is no entry of the inbox.
  await chooses(asker, { inbox: [], mail: ['answerToMine'] })
  await answers(await makeMember(), await asks(asker))
  await background()
  expect(await toldTo(asker)).toEqual(['postHidden', 'answerToMine'])
  expect((await groupsOf(asker)).flatMap(({ lines }) => lines.map(({ kind }) => kind))).toEqual(['postHidden'])
})

test('choices that contradict themselves are refused with what is off', async () => {
  const member = await makeMember()
  const fieldsOf = async (what: object) => {
    const { refusal } = (await (await chooses(member, what)).json()) as { refusal: { fields: object } }
    return Object.keys(refusal.fields)
  }
  expect(await fieldsOf({ quietFrom: 22 })).toEqual(['quietTo'])
  expect(await fieldsOf({ quietTo: 8 })).toEqual(['quietFrom'])
  expect(await fieldsOf({ quietFrom: 8, quietTo: 8 })).toEqual(['quietTo'])
  expect(await fieldsOf({ zone: 'Mars/Olympus' })).toEqual(['zone'])
  expect(await fieldsOf({ mail: ['nothing'] })).toEqual(['mail'])
  expect(await fieldsOf({ digest: 'hourly' })).toEqual(['digest'])
  expect(await fieldsOf({ quietFrom: 24, quietTo: 3 })).toEqual(['quietFrom'])
})
