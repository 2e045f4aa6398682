import { expect, test } from 'vitest'
import { POST as answersDoorway } from '@/app/api/v1/answers/route'
import { POST as commentsDoorway } from '@/app/api/v1/comments/route'
import { POST as flagsDoorway } from '@/app/api/v1/flags/route'
import { POST as questionsDoorway } from '@/app/api/v1/questions/route'
import { POST as votesDoorway } from '@/app/api/v1/votes/route'
import { db } from '../db'
import { answersDoor, commentsDoor, flagsDoor, questionsDoor, votesDoor } from '../doors'
import { newId } from '../ids'
import { makeMember, makeQuestion, type TestMember } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'

type Door = (request: Request) => Promise<Response>
const send = (door: Door, path: string, body: object, { cookie }: TestMember) =>
  door(jsonRequest(path, body, { cookie }))
const comment = (by: TestMember, post: number) =>
  send(commentsDoorway, commentsDoor, { post, body: `synthetic ${newId()}` }, by)
const vote = (by: TestMember, post: number, value: number) => send(votesDoorway, votesDoor, { post, value }, by)
const statuses = async (answers: readonly Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status)
const questions = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => makeQuestion((await makeMember()).id)))
const times = <T>(count: number, work: (nth: number) => T) => Array.from({ length: count }, (_, nth) => work(nth))
const newcomer = () => makeMember({ level: 'new' })

test('a new member asks three times a day, answers ten, comments five; each limit counts for itself and says when it ends', async () => {
  const member = await newcomer()
  const [question = 0] = await questions(1)
  const ask = () => send(questionsDoorway, questionsDoor, { title: `synthetic ${newId()}` }, member)
  const answer = () => send(answersDoorway, answersDoor, { question, body: `synthetic ${newId()}` }, member)
  for (const [act, limit] of [
    [ask, 3],
    [answer, 10],
    [() => comment(member, question), 5],
  ] as const) {
    for (let nth = 0; nth < limit; nth += 1) expect((await act()).status).toBe(201)
    const refused = await act()
    expect([refused.status, (await refused.json()).refusal.code]).toEqual([429, 'enoughToday'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
  }
  expect(await db().post.count({ where: { authorId: member.id } })).toBe(18)
})

test('twenty comments of a new member at once are five, and what was refused is kept in the form', async () => {
  const member = await newcomer()
  const [question = 0] = await questions(1)
  const answers = await statuses(times(20, () => comment(member, question)))
  expect(answers.filter((status) => status === 201)).toHaveLength(5)
  expect(await db().post.count({ where: { authorId: member.id } })).toBe(5)
  const form = { locale: 'zh', post: String(question), body: 'the sixth comment' }
  const refused = await commentsDoorway(formRequest(commentsDoor, form, { cookie: member.cookie }))
  expect(refused.headers.get('location')).toBe(`/zh/posts/${question}/mine#refused`)
  expect(await db().draft.count({ where: { memberId: member.id, door: 'comment' } })).toBe(1)
})

test('a day later it goes on', async () => {
  const member = await newcomer()
  const [question = 0] = await questions(1)
  await statuses(times(5, () => comment(member, question)))
  expect((await comment(member, question)).status).toBe(429)
  const [first] = await db().post.findMany({ where: { authorId: member.id }, orderBy: { id: 'asc' } })
  await db().post.update({ where: { id: first?.id ?? 0 }, data: { postedAt: new Date(Date.now() - 86_400_001) } })
  expect(await statuses([comment(member, question)])).toEqual([201])
  expect((await comment(member, question)).status).toBe(429)
})

test('a new member votes on five posts a day, changes and takes back freely, and never down', async () => {
  const member = await newcomer()
  const posts = await questions(6)
  const [first = 0, , , , , last = 0] = posts
  expect(await statuses(times(5, (nth) => vote(member, posts[nth] ?? 0, 1)))).toEqual([201, 201, 201, 201, 201])
  expect((await vote(member, last, 1)).status).toBe(429)
  expect((await vote(member, first, 1)).status).toBe(201)
  const down = await vote(member, first, -1)
  expect([down.status, (await down.json()).refusal.code]).toEqual([403, 'notYet'])
  expect(await statuses([vote(member, first, 0)])).toEqual([201])
  expect((await vote(member, last, 1)).status).toBe(201)
})

test('twenty votes of a new member at once are five', async () => {
  const member = await newcomer()
  const posts = await questions(20)
  const answers = await statuses(posts.map((post) => vote(member, post, 1)))
  expect(answers.filter((status) => status === 201)).toHaveLength(5)
  expect(await db().vote.count({ where: { memberId: member.id } })).toBe(5)
})

test('the higher the level, the more reports a day; a moderator has no such limit', async () => {
  const posts = await questions(21)
  const flag = (by: TestMember) => (post: number) => send(flagsDoorway, flagsDoor, { post, reason: 'spam' }, by)
  const taken = async (by: TestMember) =>
    (await statuses(posts.map(flag(by)))).filter((status) => status === 201).length
  expect(await taken(await newcomer())).toBe(10)
  expect(await taken(await makeMember())).toBe(20)
  expect(await taken(await makeMember({ level: 'regular' }))).toBe(21)
  expect(await taken(await makeMember({ level: 'new', role: 'moderator' }))).toBe(21)
})

test('a new member puts one link to elsewhere into a post, and as many to our own pages as they like', async () => {
  const [member, known] = [await newcomer(), await makeMember()]
  const ours = 'http://portal.test:3000/zh/guides'
  const ask = (by: TestMember, body: string) =>
    send(questionsDoorway, questionsDoor, { title: `synthetic ${newId()}`, body }, by)
  const two = 'https://one.example and [two](https://two.example)'
  const refused = await ask(member, two)
  expect([refused.status, (await refused.json()).refusal.fields.body.code]).toEqual([422, 'tooManyLinks'])
  const free = `[a](/zh/guides/scams) and [b](/zh/guides), says @${known.handle}`
  expect((await ask(member, `https://one.example ${ours} ${ours} ${free}`)).status).toBe(201)
  expect((await ask(known, two)).status).toBe(201)
})
