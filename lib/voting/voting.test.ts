import { expect, test } from 'vitest'
import { POST } from '@/app/api/v1/votes/route'
import { db } from '../db'
import { votesDoor } from '../doors'
import { makeAnswer, makeMember, makeQuestion } from '../testing/factories'
import { jsonRequest } from '../testing/requests'

const vote = (cookie: string, post: number, value: unknown) => POST(jsonRequest(votesDoor, { post, value }, { cookie }))
const scoreOf = async (id: number) => (await db().post.findUniqueOrThrow({ where: { id } })).score
const sumOf = async (postId: number) =>
  (await db().vote.aggregate({ where: { postId }, _sum: { value: true } }))._sum.value ?? 0

test('a vote sets a value: sent again it changes nothing, it can be changed and taken back', async () => {
  const [author, voter] = [await makeMember(), await makeMember()]
  const post = await makeQuestion(author.id)
  for (const [value, score] of [
    [1, 1],
    [1, 1],
    [-1, -1],
    [0, 0],
    [0, 0],
    [1, 1],
  ]) {
    expect((await vote(voter.cookie, post, value)).status).toBe(201)
    expect(await scoreOf(post)).toBe(score)
  }
  expect(await db().vote.count({ where: { postId: post } })).toBe(1)
})

test('nobody votes on what they wrote, on a comment’s kind, on a hidden post, or with another value', async () => {
  const [author, voter] = [await makeMember(), await makeMember()]
  const post = await makeQuestion(author.id)
  const hidden = await makeQuestion(author.id, { isHidden: true })

  expect((await vote(author.cookie, post, 1)).status).toBe(403)
  expect((await vote(voter.cookie, hidden, 1)).status).toBe(404)
  expect((await vote(voter.cookie, 999_999, 1)).status).toBe(404)
  for (const value of [2, -2, 0.5, 'x', null]) expect((await vote(voter.cookie, post, value)).status).toBe(422)
  expect(await db().vote.count({ where: { postId: { in: [post, hidden] } } })).toBe(0)
})

test('members who vote, change and take back at once leave a score that is the sum of its rows, round after round', async () => {
  const author = await makeMember()
  const question = await makeQuestion(author.id)
  const posts = [question, await makeAnswer(author.id, question)]
  const voters = await Promise.all(Array.from({ length: 20 }, () => makeMember()))
  for (let round = 0; round < 6; round += 1) {
    const value = [1, -1, 0][round % 3]
    const sent = voters.flatMap(({ cookie }) => posts.map((post) => vote(cookie, post, value)))
    const statuses = new Set((await Promise.all(sent)).map(({ status }) => status))
    expect([...statuses]).toEqual([201])
    for (const post of posts) expect(await scoreOf(post), `round ${round}`).toBe(await sumOf(post))
  }
}, 60_000)
