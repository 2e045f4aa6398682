import fc from 'fast-check'
import { expect, test } from 'vitest'
import { POST as acceptDoorway } from '@/app/api/v1/acceptances/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as restoreDoorway } from '@/app/api/v1/restorations/route'
import { POST as voteDoorway } from '@/app/api/v1/votes/route'
import { CURATORS, seedCurators } from '../accounts/curators'
import { withClient } from '../database/client'
import { db } from '../db'
import { examine } from '../doctor/checks'
import { acceptancesDoor, removalsDoor, restorationsDoor, votesDoor } from '../doors'
import { env } from '../env'
import { makeAnswer, makeMember, makeQuestion, type TestMember } from '../testing/factories'
import { jsonRequest } from '../testing/requests'
import { type Points, reputationOf } from './points'

const vote = (by: TestMember, post: number, value: number) =>
  voteDoorway(jsonRequest(votesDoor, { post, value }, { cookie: by.cookie }))
const accept = (by: TestMember, question: number, answer?: number) =>
  acceptDoorway(jsonRequest(acceptancesDoor, { question, ...(answer ? { answer } : {}) }, { cookie: by.cookie }))
const hide = (by: TestMember, post: number) =>
  hideDoorway(jsonRequest(removalsDoor, { post, reason: 'spam' }, { cookie: by.cookie }))
const restore = (by: TestMember, post: number) =>
  restoreDoorway(jsonRequest(restorationsDoor, { post, reason: 'it was fine' }, { cookie: by.cookie }))
const reputation = async ({ id }: { id: string }) => (await db().member.findUniqueOrThrow({ where: { id } })).reputation
const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => makeMember()))
const drifts = async () =>
  (await withClient(env().DATABASE_URL ?? '', (client) => examine(client))).flatMap(({ drift }) => drift ?? [])

/** What must come out, reckoned from votes, acceptances and removals alone, in another way than the code does it. */
async function expected(authorId: string): Promise<number> {
  const posts = await db().post.findMany({
    where: { authorId, removals: { none: { liftedAt: null } } },
    select: { kind: true, votes: true, answer: { select: { acceptance: true } } },
  })
  const day = (at: Date) => at.toLocaleDateString('sv', { timeZone: 'Europe/Brussels' })
  const points = posts.flatMap(({ kind, votes, answer }): Points[] => [
    ...votes.map(({ value, castAt }) => ({
      cause: 'vote' as const,
      points: value < 0 ? -2 : kind === 'answer' ? 10 : 5,
      day: day(castAt),
    })),
    ...(answer?.acceptance && answer.acceptance.acceptedById !== authorId
      ? [{ cause: 'acceptance' as const, points: 15, day: day(answer.acceptance.acceptedAt) }]
      : []),
  ])
  return reputationOf(points)
}

test('an acceptance gives 15, a vote up 10 or 5, a vote down takes 2; taken back, each takes exactly what it gave', async () => {
  const [asker, helper, voter] = [await makeMember(), await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  const [first, second] = [await makeAnswer(helper.id, question), await makeAnswer(helper.id, question)]
  const told: number[] = []
  for (const act of [
    () => accept(asker, question, first),
    () => accept(asker, question, first),
    () => vote(voter, first, 1),
    () => vote(voter, first, 1),
    () => vote(voter, first, -1),
    () => vote(asker, second, 1),
    () => accept(asker, question, second),
    () => accept(asker, question),
    () => vote(voter, first, 0),
    () => vote(asker, second, 0),
  ]) {
    expect((await act()).status).toBe(201)
    told.push(await reputation(helper))
  }
  expect(told).toEqual([15, 15, 25, 25, 13, 23, 23, 8, 10, 0])
  expect([(await vote(voter, question, 1)).status, await reputation(asker)]).toEqual([201, 5])
})

test('nothing comes from oneself, and nothing goes to the curators', async () => {
  await seedCurators(db(), new Date())
  const [asker, voter] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  await accept(asker, question, await makeAnswer(asker.id, question))
  await vote(voter, await makeAnswer(CURATORS.id, question), 1)
  expect([await reputation(asker), await reputation(CURATORS)]).toEqual([0, 0])
  expect(await db().reputationEntry.count({ where: { memberId: { in: [asker.id, CURATORS.id] } } })).toBe(0)
})

test('a hidden post gives nothing until it is shown again, also for what was taken back meanwhile', async () => {
  const [asker, helper, moderator] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })]
  const voters = await crowd(2)
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(helper.id, question)
  await accept(asker, question, answer)
  for (const voter of voters) await vote(voter, answer, 1)
  expect(await reputation(helper)).toBe(35)
  await hide(moderator, answer)
  expect(await reputation(helper)).toBe(0)
  await accept(asker, question)
  await restore(moderator, answer)
  expect(await reputation(helper)).toBe(20)
})

test('the votes of one day give 200 at most, acceptances on top; what is undone beyond the limit takes nothing', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const voters = await crowd(23)
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(helper.id, question)
  for (const voter of voters) await vote(voter, answer, 1)
  expect(await reputation(helper)).toBe(200)
  await accept(asker, question, answer)
  expect(await reputation(helper)).toBe(215)
  const [one, two, three, four] = voters
  for (const [voter, after] of [
    [one, 215],
    [two, 215],
    [three, 215],
    [four, 205],
  ] as const) {
    if (voter) await vote(voter, answer, 0)
    expect(await reputation(helper)).toBe(after)
  }
})

test('votes down never lead below zero, and are not forgotten there', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const [angry, kind] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(helper.id, question)
  await vote(angry, answer, -1)
  expect(await reputation(helper)).toBe(0)
  await vote(kind, answer, 1)
  expect(await reputation(helper)).toBe(8)
})

test('twenty members who vote at once on twenty posts of one member lose no point', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  const answers = await Promise.all(Array.from({ length: 20 }, () => makeAnswer(helper.id, question)))
  const voters = await crowd(20)
  for (const round of [1, 0, -1, 1]) {
    await Promise.all(voters.map((voter, nth) => vote(voter, answers[nth] ?? 0, round)))
    expect(await reputation(helper), `round ${round}`).toBe(await expected(helper.id))
  }
  expect(await reputation(helper)).toBe(200)
}, 60_000)

test('whatever is voted, accepted, hidden, restored and taken back in whatever order, the sum is what the rows give', async () => {
  const [asker, helper, moderator] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })]
  const voters = await crowd(4)
  const question = await makeQuestion(asker.id)
  const answers = await Promise.all([1, 2, 3].map(() => makeAnswer(helper.id, question)))
  const someone = fc.nat({ max: voters.length - 1 })
  const something = fc.nat({ max: answers.length - 1 })
  const step = fc.oneof(
    fc.record({ act: fc.constant('vote' as const), who: someone, what: something, value: fc.constantFrom(1, 0, -1) }),
    fc.record({ act: fc.constantFrom('accept', 'hide', 'restore'), what: something }),
    fc.record({ act: fc.constant('unaccept' as const) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      for (const one of steps) {
        const post = answers['what' in one ? one.what : 0] ?? 0
        if ('value' in one) await vote(voters[one.who] ?? asker, post, one.value)
        else if (one.act === 'accept') await accept(asker, question, post)
        else if (one.act === 'unaccept') await accept(asker, question)
        else await (one.act === 'hide' ? hide : restore)(moderator, post)
      }
      expect(await reputation(helper)).toBe(await expected(helper.id))
    }),
    { numRuns: 25 },
  )
  expect(await drifts()).toEqual([])
}, 120_000)

test('the doctor finds an entry that nothing gave, one that is missing, and a sum that is wrong', async () => {
  const [asker, helper, voter] = [await makeMember(), await makeMember(), await makeMember()]
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(helper.id, question)
  await vote(voter, answer, 1)
  const found = async () => (await drifts()).map(({ what }) => what)
  await db().reputationEntry.updateMany({ where: { postId: answer }, data: { points: 11 } })
  expect(await found()).toEqual([
    'an entry of reputation that is not what votes and acceptances give',
    'a reputation that is not the sum of its days',
  ])
  await db().reputationEntry.deleteMany({ where: { postId: answer } })
  expect(await found()).toContain('an entry of reputation that is not what votes and acceptances give')
  await vote(voter, answer, -1)
  await vote(voter, answer, 1)
  expect(await found()).toEqual([])
})
