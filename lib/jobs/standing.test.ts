import { expect, test } from 'vitest'
import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as profileDoorway } from '@/app/api/v1/profiles/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as restoreDoorway } from '@/app/api/v1/restorations/route'
import { db } from '../db'
import { acceptancesDoor, profilesDoor, removalsDoor, restorationsDoor } from '../doors'
import { makeAnswer, makeMember, makeQuestion, type TestMember } from '../testing/factories'
import { answers, asks, background, toldTo } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { everyStanding } from './standing'

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const everything = (now?: Date) => background(now, { withStanding: true })
const levelOf = async ({ id }: TestMember) => (await db().member.findUniqueOrThrow({ where: { id } })).level
const badgesOf = async ({ id }: TestMember) =>
  (await db().badgeAward.findMany({ where: { memberId: id, revokedAt: null }, orderBy: { badge: 'asc' } })).map(
    ({ badge }) => badge,
  )
const joinedAgo = ({ id }: TestMember, days: number) =>
  db().member.update({ where: { id }, data: { joinedAt: inDays(-days) } })
const accept = (by: TestMember, question: number, answer?: number) =>
  acceptDoorway(jsonRequest(acceptancesDoor, { question, ...(answer ? { answer } : {}) }, { cookie: by.cookie }))
const moderate = async (door: typeof hideDoorway, path: string, post: number) =>
  door(
    jsonRequest(
      path,
      { post, reason: door === hideDoorway ? 'spam' : 'it was fine' },
      { cookie: (await makeMember({ role: 'moderator' })).cookie },
    ),
  )
const eventsAbout = async ({ id }: TestMember, kind: string) =>
  (await db().event.findMany({ where: { aboutId: id, kind }, orderBy: { at: 'asc' } })).map(({ codes }) => codes)

test('an accepted answer makes a new member a member: at once after a day, and otherwise as soon as the day is over', async () => {
  const [asker, old, young] = [
    await makeMember(),
    await makeMember({ level: 'new' }),
    await makeMember({ level: 'new' }),
  ]
  await joinedAgo(old, 2)
  for (const helper of [old, young]) {
    const question = await asks(asker)
    await accept(asker, question, await answers(helper, question))
  }
  await everything()
  expect([await levelOf(old), await levelOf(young)]).toEqual(['member', 'new'])
  await everything(inDays(0.9))
  expect(await levelOf(young)).toBe('new')
  await everything(inDays(1.01))
  expect(await levelOf(young)).toBe('member')
  expect(await eventsAbout(young, 'levelChanged')).toEqual([{ from: 'new', to: 'member' }])
  await everything(inDays(1.02))
  expect(await toldTo(young)).toContain('level')
})

test('what is taken back takes the level too, but not before two weeks; the daily count sees it, once for two at it', async () => {
  const [asker, helper] = [await makeMember(), await makeMember({ level: 'new' })]
  await joinedAgo(helper, 2)
  const question = await asks(asker)
  await accept(asker, question, await answers(helper, question))
  await everything()
  await accept(asker, question)
  await everything()
  expect(await levelOf(helper)).toBe('member')
  await everyStanding(inDays(13))
  expect(await levelOf(helper)).toBe('member')
  await Promise.all([everyStanding(inDays(15)), everyStanding(inDays(15))])
  expect(await levelOf(helper)).toBe('new')
  expect(await eventsAbout(helper, 'levelChanged')).toEqual([
    { from: 'new', to: 'member' },
    { from: 'member', to: 'new' },
  ])
})

test('a badge is given for the first of each, told once, gone with its cause, and back without being news', async () => {
  const member = await makeMember()
  const question = await asks(member)
  await everything()
  await everything()
  expect(await badgesOf(member)).toEqual(['firstQuestion'])
  expect((await toldTo(member)).filter((kind) => kind === 'badge')).toHaveLength(1)
  await moderate(hideDoorway, removalsDoor, question)
  await everything()
  expect(await badgesOf(member)).toEqual([])
  await moderate(restoreDoorway, restorationsDoor, question)
  await everything()
  expect(await badgesOf(member)).toEqual(['firstQuestion'])
  expect(await eventsAbout(member, 'badgeAwarded')).toEqual([{ badge: 'firstQuestion' }])
  expect((await toldTo(member)).filter((kind) => kind === 'badge')).toHaveLength(1)
})

test('another question of the same member keeps the badge of a hidden one', async () => {
  const member = await makeMember()
  const [first, second] = [await asks(member), await asks(member)]
  await everything()
  await moderate(hideDoorway, removalsDoor, first)
  await everything()
  expect(await db().badgeAward.findFirst({ where: { memberId: member.id } })).toMatchObject({
    badge: 'firstQuestion',
    postId: second,
    revokedAt: null,
  })
})

test('badges come for answers that others accept, upheld flags, a filled-in profile and a year; not for half of it', async () => {
  const [asker, helper, flagger] = [await makeMember(), await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  await accept(asker, question, await makeAnswer(asker.id, question))
  await everything()
  expect(await badgesOf(asker)).not.toContain('firstAccepted')
  await accept(asker, question, await makeAnswer(helper.id, question))
  const bad = await makeQuestion(asker.id)
  await db().flag.create({
    data: { id: helper.id, postId: bad, memberId: flagger.id, reason: 'spam', raisedAt: new Date() },
  })
  await everything()
  expect(await badgesOf(flagger)).toEqual([])
  await moderate(hideDoorway, removalsDoor, bad)
  const save = (body: object) => profileDoorway(jsonRequest(profilesDoor, body, { cookie: flagger.cookie }))
  await save({ body: 'synthetic words' })
  await everything()
  expect([await badgesOf(helper), await badgesOf(flagger)]).toEqual([['firstAccepted', 'firstAnswer'], ['helpfulFlag']])
  await save({ body: 'synthetic words', languages: ['zh'] })
  await joinedAgo(flagger, 366)
  await everything()
  expect(await badgesOf(flagger)).toEqual(['helpfulFlag', 'profileFilled', 'yearHere'])
})

test('ten at the same work at once give one badge and tell of it once', async () => {
  const member = await makeMember()
  await asks(member)
  await Promise.all(Array.from({ length: 10 }, () => everyStanding(new Date())))
  expect(await eventsAbout(member, 'badgeAwarded')).toEqual([{ badge: 'firstQuestion' }])
})
