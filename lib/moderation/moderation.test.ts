import { expect, test } from 'vitest'
import { POST as commentDoorway } from '@/app/api/v1/comments/route'
import { POST as dismissDoorway } from '@/app/api/v1/flags/decisions/route'
import { POST as flagDoorway } from '@/app/api/v1/flags/route'
import { GET as mineRoute } from '@/app/api/v1/posts/mine/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { POST as restoreDoorway } from '@/app/api/v1/restorations/route'
import { guest, type Viewer } from '../accounts/viewer'
import { db } from '../db'
import { commentsDoor, flagDecisionsDoor, flagsDoor, removalsDoor, restorationsDoor } from '../doors'
import { myPost } from '../posts/mine'
import { visibleTo } from '../posts/visible'
import { makeAnswer, makeMember, makeQuestion, type TestMember } from '../testing/factories'
import { jsonRequest } from '../testing/requests'
import { flaggedPosts, hiddenPosts } from './queries'

const viewer = ({ id, handle }: TestMember, role: 'member' | 'moderator' = 'member'): Viewer => ({
  id,
  handle,
  role,
  isSuspended: false,
})
const isSeenBy = async (who: Viewer, id: number) => (await db().post.count({ where: { id, ...visibleTo(who) } })) === 1
const hide = (cookie: string, post: number) =>
  hideDoorway(jsonRequest(removalsDoor, { post, reason: 'scam', note: 'why' }, { cookie }))

test('a hidden answer is gone for everybody but its author and moderators, is not counted, and comes back whole', async () => {
  const [asker, author, moderator] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })]
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(author.id, question)
  const count = async () => (await db().question.findUniqueOrThrow({ where: { postId: question } })).answerCount

  expect((await hide(moderator.cookie, answer)).status).toBe(201)
  expect((await hide(moderator.cookie, answer)).status).toBe(409)
  expect([await isSeenBy(guest, answer), await isSeenBy(viewer(asker), answer)]).toEqual([false, false])
  expect([await isSeenBy(viewer(author), answer), await isSeenBy(viewer(moderator, 'moderator'), answer)]).toEqual([
    true,
    true,
  ])
  expect(await count()).toBe(0)
  expect((await myPost(viewer(author), answer))?.removal).toMatchObject({ reason: 'scam', note: 'why' })
  expect(await myPost(viewer(asker), answer)).toBeUndefined()

  const restored = await restoreDoorway(
    jsonRequest(restorationsDoor, { post: answer, reason: 'it was fine' }, { cookie: moderator.cookie }),
  )
  expect([restored.status, await count(), await isSeenBy(guest, answer)]).toEqual([201, 1, true])
  expect(await db().removal.findFirst({ where: { postId: answer } })).toMatchObject({
    liftedById: moderator.id,
    liftReason: 'it was fine',
  })
})

test('two moderators who hide at once make one removal', async () => {
  const question = await makeQuestion((await makeMember()).id)
  const moderators = [await makeMember({ role: 'moderator' }), await makeMember({ role: 'moderator' })]
  const answers = await Promise.all(moderators.map(({ cookie }) => hide(cookie, question)))

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await db().removal.count({ where: { postId: question } })).toBe(1)
})

test('a member’s second flag says it anew; a moderator sees it, dismisses it, and it can be raised again', async () => {
  const [author, member, moderator] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })]
  const post = await makeQuestion(author.id)
  const flag = (reason: string) =>
    flagDoorway(jsonRequest(flagsDoor, { post, reason, text: 'synthetic' }, { cookie: member.cookie }))
  const seen = async () => (await flaggedPosts(viewer(moderator, 'moderator'))).find(({ id }) => id === post)?.flags

  await flag('spam')
  await flag('scam')
  expect(await seen()).toMatchObject([{ reason: 'scam', text: 'synthetic' }])
  await dismissDoorway(jsonRequest(flagDecisionsDoor, { post }, { cookie: moderator.cookie }))
  expect(await seen()).toBeUndefined()
  await flag('wrong')
  expect(await seen()).toMatchObject([{ reason: 'wrong' }])
})

test('the review list is empty for whoever is no moderator, a suspended moderator included', async () => {
  const author = await makeMember()
  await makeQuestion(author.id, { isFlagged: true })
  await makeQuestion(author.id, { isHidden: true })
  const suspended: Viewer = { ...viewer(author, 'moderator'), isSuspended: true } as Viewer
  for (const who of [guest, viewer(author), suspended])
    expect([await flaggedPosts(who), await hiddenPosts(who)]).toEqual([[], []])
})

test('nothing is said under a post that one may not see', async () => {
  const [author, member] = [await makeMember(), await makeMember()]
  const post = await makeQuestion(author.id, { isHidden: true })
  const answer = await commentDoorway(jsonRequest(commentsDoor, { post, body: 'hello' }, { cookie: member.cookie }))
  expect(answer.status).toBe(404)
})

test('what is mine is told to me alone, and never that of a hidden post of somebody else', async () => {
  const [author, member] = [await makeMember(), await makeMember()]
  const posts = [await makeQuestion(author.id), await makeQuestion(author.id, { isHidden: true })]
  const ask = async (cookie: string) => {
    const { url, headers } = jsonRequest(`/api/v1/posts/mine?ids=${posts},x,-1,1e9`, {}, { cookie })
    return (await mineRoute(new Request(url, { headers }))).json()
  }
  expect(await ask('')).toEqual({})
  expect(await ask(member.cookie)).toEqual({ handle: member.handle, votes: {}, own: [] })
  expect((await ask(author.cookie)).own).toEqual(posts)
})

test('what stands under a hidden question is hidden with it, comments on its answers too', async () => {
  const [asker, author, moderator] = [await makeMember(), await makeMember(), await makeMember({ role: 'moderator' })]
  const question = await makeQuestion(asker.id)
  const answer = await makeAnswer(author.id, question)
  const said = await commentDoorway(
    jsonRequest(commentsDoor, { post: answer, body: 'synthetic' }, { cookie: author.cookie }),
  )
  const comment = Number((await said.json()).id)
  const seen = async () => [await isSeenBy(guest, answer), await isSeenBy(guest, comment)]

  expect(await seen()).toEqual([true, true])
  await hide(moderator.cookie, question)
  expect(await seen()).toEqual([false, false])
  const more = await commentDoorway(jsonRequest(commentsDoor, { post: answer, body: 'more' }, { cookie: asker.cookie }))
  expect(more.status).toBe(404)
})
