import { expect, test, vi } from 'vitest'
import { POST as renameDoorway } from '@/app/api/v1/handles/route'
import { POST as joinDoorway } from '@/app/api/v1/members/route'
import { POST as profileDoorway } from '@/app/api/v1/profiles/route'
import { cacheClock, changedSince } from '../cache/clock'
import { tags } from '../cache/tags'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { handlesDoor, membersDoor, profilesDoor } from '../doors'
import { newId } from '../ids'
import { makeAnswer, makeMember, makeQuestion } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, someAddressOf } from '../testing/sign-in'
import { memberOf } from './queries'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const DAY_MS = 86_400_000
const someHandle = () => `t${newId().slice(-12)}`
const rename = (cookie: string, handle: string) => renameDoorway(jsonRequest(handlesDoor, { handle }, { cookie }))
const callMyself = (cookie: string, name: string) => profileDoorway(jsonRequest(profilesDoor, { name }, { cookie }))
const codeOf = async (answer: Response) => (await answer.json()).refusal.code
const handleOf = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id } })).handle

test('a member renames, and the old address still finds them', async () => {
  const { id, handle, cookie } = await makeMember()
  const next = someHandle()

  expect((await rename(cookie, next)).status).toBe(201)
  expect([await handleOf(id), await memberOf(next), await memberOf(handle)]).toEqual([next, id, id])
  expect(await memberOf(someHandle())).toBeUndefined()
})

test('one renames once in 30 days; the same name sent again is no second time', async () => {
  const { id, cookie } = await makeMember()
  const [first, second] = [someHandle(), someHandle()]
  await rename(cookie, first)
  const start = clock()

  expect([(await rename(cookie, first)).status, await codeOf(await rename(cookie, second))]).toEqual([
    201,
    'renamedRecently',
  ])
  await db().session.updateMany({
    where: { memberId: id },
    data: { expiresAt: new Date(start.getTime() + 90 * DAY_MS) },
  })
  holdClock(new Date(start.getTime() + 29 * DAY_MS))
  expect((await rename(cookie, second)).status).toBe(409)
  holdClock(new Date(start.getTime() + 31 * DAY_MS))
  expect((await rename(cookie, second)).status).toBe(201)
  holdClock(undefined)
  expect(await db().handleChange.count({ where: { memberId: id } })).toBe(2)
})

test('a name that was left stays its former owner’s, who may take it back; nobody else gets it or one that looks like it', async () => {
  const [owner, other] = [await makeMember(), await makeMember()]
  await rename(owner.cookie, someHandle())
  await db().handleChange.updateMany({
    where: { memberId: owner.id },
    data: { handle: 'l0st-one', skeleton: 'lostone' },
  })

  for (const wanted of ['l0st-one', 'LOST-0NE', 'lost_one'])
    expect(await codeOf(await rename(other.cookie, wanted)), wanted).toBe('handleTaken')
  expect(await codeOf(await callMyself(other.cookie, 'Lost One'))).toBe('handleTaken')
  const asked = await askToSignIn(someAddressOf())
  await confirmWith({ code: asked.code }, asked.browser)
  const joined = await joinDoorway(jsonRequest(membersDoor, { handle: 'lost-one' }, { cookie: asked.browser }))
  expect(joined.status).toBe(409)
  await db().handleChange.updateMany({ where: { memberId: owner.id }, data: { changedAt: new Date(0) } })
  expect((await rename(owner.cookie, 'lost-one')).status).toBe(201)
})

test('a handle that looks like the name beside another’s handle is refused, and the other way round', async () => {
  const [one, other] = [await makeMember(), await makeMember()]
  expect((await callMyself(one.cookie, 'Silver Moon')).status).toBe(201)

  expect(await codeOf(await rename(other.cookie, 's1lver-moon'))).toBe('handleTaken')
  expect(await codeOf(await callMyself(other.cookie, 'SILVER M00N'))).toBe('handleTaken')
  expect((await rename(one.cookie, 'silver-moon')).status).toBe(201)
  expect((await callMyself(one.cookie, 'Silver Moon')).status).toBe(201)
})

test('ten who want one handle at once: one gets it', async () => {
  const members = await Promise.all(Array.from({ length: 10 }, () => makeMember()))
  const answers = await Promise.all(members.map(({ cookie }) => rename(cookie, 'much-wanted')))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
})

test('one who renames to ten names at once gets one of them', async () => {
  const { id, cookie } = await makeMember()
  const answers = await Promise.all(Array.from({ length: 10 }, () => rename(cookie, someHandle())))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await db().handleChange.count({ where: { memberId: id } })).toBe(1)
})

test('reserved names are refused as at joining, and what was typed is kept', async () => {
  const { cookie } = await makeMember()
  const answer = await renameDoorway(formRequest(handlesDoor, { locale: 'fr', handle: 'adm1n' }, { cookie }))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/me/profile#refused'])
  expect(await db().draft.count({ where: { door: 'rename' } })).toBe(1)
})

test('a new name is shown at once wherever the member wrote, however much that is', async () => {
  const [asker, { id, cookie }] = [await makeMember(), await makeMember()]
  const words = { title: 'synthetic', markdown: 'x', html: 'x', renderer: 1, locale: 'en', postedAt: new Date() }
  const post = { kind: 'question', authorId: id, ...words } as const
  const many = await db().post.createManyAndReturn({
    data: Array.from({ length: 600 }, () => post),
    select: { id: true },
  })
  const questions = many.map((one) => one.id)
  const question = await makeQuestion(asker.id)
  await makeAnswer(id, question)
  const { tick } = cacheClock()

  expect((await rename(cookie, someHandle())).status).toBe(201)
  for (const tag of [tags.member(id), tags.questions, ...[question, ...questions].map(tags.question)])
    expect(changedSince(tick, new Set([tag]), cacheClock()), tag).toBe(true)
  expect(changedSince(tick, new Set([tags.member(asker.id)]), cacheClock())).toBe(false)
})
