import { expect, test } from 'vitest'
import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as answerDoorway } from '@/app/api/v1/answers/route'
import { POST as askDoorway } from '@/app/api/v1/questions/route'
import { db } from '../db'
import { acceptancesDoor, answersDoor, questionsDoor } from '../doors'
import { makeAnswer, makeMember, makeQuestion } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'

const countOf = async (postId: number) => (await db().question.findUniqueOrThrow({ where: { postId } })).answerCount
const accepted = async (questionId: number) => (await db().acceptance.findUnique({ where: { questionId } }))?.answerId

test('a question is stored in the language it was written in, about its operator, with one event', async () => {
  const { cookie, id } = await makeMember()
  const title = '话费还有，流量没了怎么办'
  const answer = await askDoorway(jsonRequest(questionsDoor, { title, body: 'BASE' }, { cookie }))
  const post = Number((await answer.json()).id)

  expect(await db().post.findUnique({ where: { id: post } })).toMatchObject({
    kind: 'question',
    authorId: id,
    locale: 'zh',
    title,
  })
  expect(answer.headers.get('location')).toBe(
    `/en/questions/${post}/hua-fei-hai-you-liu-liang-mei-le-zen-me-ban#published`,
  )
  expect(await db().event.count({ where: { postId: post, kind: 'questionAsked' } })).toBe(1)
})

test('limits are per script: four Chinese characters ask, four Latin letters do not', async () => {
  const { cookie } = await makeMember()
  const ask = async (title: string) => (await askDoorway(jsonRequest(questionsDoor, { title }, { cookie }))).status

  expect([await ask('怎么充值'), await ask('怎么充'), await ask('help!'), await ask('top up')]).toEqual([
    201, 422, 422, 201,
  ])
  expect(await ask('长'.repeat(151))).toBe(422)
})

test('an operator that nobody knows is refused with a reason', async () => {
  const { cookie } = await makeMember()
  const answer = await askDoorway(jsonRequest(questionsDoor, { title: 'about nobody', operator: 'nobody' }, { cookie }))
  expect([answer.status, (await answer.json()).refusal.fields.operator.code]).toEqual([422, 'notAChoice'])
})

test('the same question sent twice, and five times at once, is stored once', async () => {
  const { cookie, id } = await makeMember()
  const send = () => askDoorway(formRequest(questionsDoor, { locale: 'zh', title: 'sent again and again' }, { cookie }))
  const answers = [await send(), ...(await Promise.all([send(), send(), send(), send(), send()]))]

  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect(await db().post.count({ where: { authorId: id } })).toBe(1)
})

test('answers are counted as they are given, twenty at once too', async () => {
  const question = await makeQuestion((await makeMember()).id)
  const members = await Promise.all(Array.from({ length: 20 }, () => makeMember()))
  const body = 'a synthetic answer'
  await Promise.all(
    members.map(({ cookie }) => answerDoorway(jsonRequest(answersDoor, { question, body }, { cookie }))),
  )

  expect(await countOf(question)).toBe(20)
})

test('the asker accepts one answer, changes it, and takes it back; others and other answers are refused', async () => {
  const [asker, other] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  const [first, second] = [await makeAnswer(other.id, question), await makeAnswer(other.id, question)]
  const foreign = await makeAnswer(other.id, await makeQuestion(other.id))
  const accept = async (cookie: string, answer?: number) =>
    (await acceptDoorway(jsonRequest(acceptancesDoor, { question, ...(answer ? { answer } : {}) }, { cookie }))).status

  expect([await accept(other.cookie, first), await accept(asker.cookie, foreign)]).toEqual([403, 404])
  expect([await accept(asker.cookie, first), await accept(asker.cookie, first), await accepted(question)]).toEqual([
    201,
    201,
    first,
  ])
  expect([await accept(asker.cookie, second), await accepted(question)]).toEqual([201, second])
  expect([await accept(asker.cookie), await accept(asker.cookie), await accepted(question)]).toEqual([
    201,
    201,
    undefined,
  ])
  const kinds = (
    await db().event.findMany({ where: { postId: { in: [first, second] }, actorId: asker.id }, orderBy: { at: 'asc' } })
  ).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['acceptanceTakenBack', 'acceptanceTakenBack', 'answerAccepted', 'answerAccepted'])
})
