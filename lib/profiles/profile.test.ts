import { expect, test, vi } from 'vitest'
import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as answerDoorway } from '@/app/api/v1/answers/route'
import { POST as profileDoorway } from '@/app/api/v1/profiles/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { cacheClock, changedSince } from '../cache/clock'
import { tags } from '../cache/tags'
import { db } from '../db'
import { acceptancesDoor, answersDoor, profilesDoor, removalsDoor } from '../doors'
import { newId } from '../ids'
import { makeAnswer, makeMember, makeQuestion, makeSubjects } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'
import { myProfile } from './mine'
import { type Profile, publicProfile } from './queries'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const DAY_MS = 86_400_000
const save = (cookie: string, profile: object) => profileDoorway(jsonRequest(profilesDoor, profile, { cookie }))
const shown = async (id: string) => (await publicProfile(id, 'en')) as Profile
const latestOf = async (id: string) => (await shown(id)).contributions?.latest.map((one) => one.id)
const hide = (cookie: string, post: number) =>
  hideDoorway(jsonRequest(removalsDoor, { post, reason: 'spam' }, { cookie }))
const accept = (cookie: string, question: number, answer: number) =>
  acceptDoorway(jsonRequest(acceptancesDoor, { question, answer }, { cookie }))
const hasChanged = (tick: number, id: string) => changedSince(tick, new Set([tags.member(id)]), cacheClock())

/** Joined long ago, and somebody accepted an answer of theirs. */
async function settled() {
  const [member, asker] = [await makeMember(), await makeMember()]
  await db().member.update({ where: { id: member.id }, data: { joinedAt: new Date(Date.now() - 31 * DAY_MS) } })
  const question = await makeQuestion(asker.id)
  await accept(asker.cookie, question, await makeAnswer(member.id, question))
  return member
}

test('languages, operators and contributions are public only where the member shows them, and always their own to see', async () => {
  const { operator } = await makeSubjects()
  const member = await makeMember()
  const { id, cookie } = member
  await makeQuestion(id)
  const said = { languages: ['zh', 'nl'], operators: [operator], body: 'hello' }
  const seen = async () => {
    const { languages, operators, contributions } = await shown(id)
    return [languages.length, operators.length, contributions?.questions]
  }

  expect(await seen()).toEqual([0, 0, 1])
  await save(cookie, said)
  expect(await seen()).toEqual([0, 0, undefined])
  await save(cookie, { ...said, showsLanguages: true })
  expect(await seen()).toEqual([2, 0, undefined])
  await save(cookie, { ...said, showsOperators: true, showsContributions: true })
  expect(await seen()).toEqual([0, 1, 1])
  const viewer = { id, handle: member.handle, role: 'member', isSuspended: false } as const
  expect(await myProfile(viewer)).toMatchObject({ ...said, showsOperators: true, showsLanguages: false })
})

test('a form says several things of one question; what is left out is gone; it is safe to send twice', async () => {
  const [{ operator }, { id, cookie }] = [await makeSubjects(), await makeMember()]
  const form = { locale: 'en', name: 'A B', body: 'x', 'operators[]': operator, showsOperators: 'yes' }
  const request = () => formRequest(profilesDoor, form, { cookie })
  const several = new Request(request(), { body: `${new URLSearchParams(form)}&languages[]=zh&languages[]=fr` })

  for (const one of [several, request(), request()])
    expect((await profileDoorway(one)).headers.get('location')).toBe('/en/me/profile#saved')
  expect((await shown(id)).operators).toMatchObject([{ slug: operator }])
  expect(await db().profile.findUnique({ where: { memberId: id } })).toMatchObject({ languages: [], name: 'A B' })
  await save(cookie, { languages: ['zh', 'zh', 'fr'] })
  expect(await db().profile.findUnique({ where: { memberId: id } })).toMatchObject({
    languages: ['zh', 'fr'],
    html: null,
  })
})

test('what cannot be is refused with its reason, and nothing of it is stored', async () => {
  const { id, cookie } = await makeMember()
  const off = { languages: ['de'], operators: ['no-such'], body: 'x'.repeat(601), name: '客服', role: 'administrator' }
  for (const [field, value] of Object.entries(off)) {
    const answer = await save(cookie, { [field]: value })
    expect([answer.status, Object.keys((await answer.json()).refusal.fields)]).toEqual([422, [field]])
  }
  expect(await db().profile.count({ where: { memberId: id } })).toBe(0)
})

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1)) [y](data:text/html;base64,PHN2Zz4=) [z](//evil.example)',
  '<a href="https://evil.example">pay here</a> https://evil.example',
  '[![a](https://evil.example/p.png)](https://evil.example "<meta name=x-location content=/zh/me>")',
].join('\n\n')

test('a hostile text about oneself is harmless, and a newcomer’s has no link at all', async () => {
  const [newcomer, known] = [await makeMember(), await settled()]
  for (const { cookie } of [newcomer, known]) expect((await save(cookie, { body: HOSTILE })).status).toBe(201)
  const { about } = await shown(known.id)

  expect(about).not.toMatch(/<(?!\/?(?:p|br|a)\b)/i)
  expect([...about.matchAll(/<a ([^>]*)>/g)].map(([, attributes]) => attributes)).not.toEqual([])
  for (const [, attributes] of about.matchAll(/<a ([^>]*)>/g))
    expect(attributes).toMatch(/^(href="https?:\/\/[^"]*" )?rel="nofollow ugc noopener"$/)
  const { about: bare } = await shown(newcomer.id)
  expect(bare).not.toMatch(/<a\b|<\/a/)
  expect(bare).toContain('pay here')
})

test('a member is known after 30 days and one answer that somebody else accepted, not before', async () => {
  const known = await settled()
  expect((await shown(known.id)).isSettled).toBe(true)
  await db().member.update({ where: { id: known.id }, data: { joinedAt: new Date(Date.now() - 29 * DAY_MS) } })
  expect((await shown(known.id)).isSettled).toBe(false)

  const own = await makeMember()
  await db().member.update({ where: { id: own.id }, data: { joinedAt: new Date(0) } })
  const question = await makeQuestion(own.id)
  await accept(own.cookie, question, await makeAnswer(own.id, question))
  const { isSettled, contributions } = await shown(own.id)
  expect([isSettled, contributions?.accepted]).toEqual([false, 0])
  expect(contributions?.latest[0]).toMatchObject({ kind: 'answer', isAccepted: false })
})

test('what is hidden is neither listed nor counted, nor what stands under it, and an accepted answer that is hidden settles nothing', async () => {
  const [member, moderator] = [await settled(), await makeMember({ role: 'moderator' })]
  const question = await makeQuestion(member.id)
  const under = await makeAnswer(member.id, await makeQuestion(moderator.id))
  const [, , accepted = 0] = (await latestOf(member.id)) ?? []
  expect(await latestOf(member.id)).toEqual([under, question, accepted])

  const { questionId } = await db().answer.findUniqueOrThrow({ where: { postId: under } })
  const { tick } = cacheClock()
  await hide(moderator.cookie, questionId)
  expect([await latestOf(member.id), hasChanged(tick, member.id)]).toEqual([[question, accepted], true])
  await hide(moderator.cookie, question)
  await hide(moderator.cookie, accepted)
  const { contributions, isSettled } = await shown(member.id)
  expect(contributions).toEqual({ questions: 0, answers: 0, accepted: 0, experiences: 0, latest: [] })
  expect(isSettled).toBe(false)
})

test('of a suspended member only that is said, from the moment on, and all again when it is over', async () => {
  const { id, handle, cookie } = await settled()
  await save(cookie, { name: 'Somebody', body: 'secret words' })
  const suspension = newId()
  await db().suspension.create({
    data: {
      id: suspension,
      memberId: id,
      reason: 'synthetic',
      startedAt: new Date(),
      endsAt: new Date(Date.now() + DAY_MS),
    },
  })
  expect(await shown(id)).toEqual({ isSuspended: true, handle })
  await db().suspension.update({ where: { id: suspension }, data: { endsAt: new Date(0) } })
  expect(await shown(id)).toMatchObject({ isSuspended: false, name: 'Somebody' })
})

test('every write that a profile shows is told under its member’s tag', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  let { tick } = cacheClock()
  const given = await answerDoorway(
    jsonRequest(answersDoor, { question, body: 'a synthetic answer' }, { cookie: helper.cookie }),
  )
  expect([hasChanged(tick, helper.id), hasChanged(tick, asker.id)]).toEqual([true, false])
  tick = cacheClock().tick
  await accept(asker.cookie, question, Number((await given.json()).id))
  expect(hasChanged(tick, helper.id)).toBe(true)
  tick = cacheClock().tick
  await save(helper.cookie, { body: 'new words' })
  expect(hasChanged(tick, helper.id)).toBe(true)
})
