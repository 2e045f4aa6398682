import { expect, test, vi } from 'vitest'
import { guest, viewerOf } from '../accounts/viewer'
import { withClient } from '../database/client'
import { db } from '../db'
import { examine } from '../doctor/checks'
import { experiencePage } from '../experiences/queries'
import { everyStanding } from '../jobs/standing'
import { myPost } from '../posts/mine'
import { memberOf, publicProfile } from '../profiles/queries'
import { questionPage } from '../questions/queries'
import { placesOf } from '../testing/database-search'
import { makeAnswer, makeMember, makeQuestion } from '../testing/factories'
import { afterGrace, asksToLeave, leaves, lettersFor } from '../testing/leaving'
import { answers, background, toldTo } from '../testing/news'
import { makeWholeMember } from '../testing/whole-member'
import { erase } from './erase'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

// What the daily count sets right is no drift.
async function drifts(): Promise<string[]> {
  await everyStanding(new Date())
  return withClient(process.env.DATABASE_URL ?? '', async (client) =>
    (await examine(client)).flatMap(({ drift }) => (drift ? [drift.what] : [])),
  )
}

for (const posts of ['keep', 'remove'] as const)
  test(`nothing in the whole database names a member who did everything and was erased (posts: ${posts})`, async () => {
    const member = await makeWholeMember()
    const found = await placesOf(member.words)
    expect(found).toEqual(
      expect.arrayContaining(['WayIn.address', 'Member.handle', 'HandleChange.handle', 'Post.html']),
    )
    expect(found.length).toBeGreaterThanOrEqual(15)
    expect((await lettersFor(member.email)).length).toBeGreaterThan(0)

    await leaves(member, posts)
    expect(await placesOf(member.words)).toEqual([])
    expect(await lettersFor(member.email)).toEqual([])
    expect(await db().draft.count({ where: { memberId: member.id } })).toBe(0)
    expect(await drifts()).toEqual([])
  })

test('what stays has no name: neither on the page, nor in what programs read, and the profile does not exist', async () => {
  const member = await makeWholeMember()
  await leaves(member)
  const page = await questionPage(member.posts.question)

  expect(page).toMatchObject({ author: '', hasLeft: true, title: 'a question signed …, …' })
  expect(page?.answers.map(({ author, hasLeft }) => [author, hasLeft])).toEqual([[member.other.handle, false]])
  expect(page?.answers[0]?.comments).toMatchObject([{ author: '', hasLeft: true }])
  expect(await memberOf(member.handle)).toBeUndefined()
  expect(await memberOf(member.before)).toBeUndefined()
  expect(await publicProfile(member.id, 'en')).toBeUndefined()
})

test('what is removed is gone with what hangs under it; a question keeps the answers of others, under no words of its asker', async () => {
  const member = await makeWholeMember()
  const { question, alone, theirs, elsewhere, answer, experience } = member.posts
  await leaves(member, 'remove')

  const page = await questionPage(question)
  expect(page).toMatchObject({ title: '(The asker has removed the text of this question)', html: '', answerCount: 1 })
  expect(page?.answers.map(({ id, isAccepted, comments }) => [id, isAccepted, comments])).toEqual([[theirs, true, []]])
  expect([await questionPage(alone), await experiencePage(experience), await myPost(guest, answer)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(await questionPage(elsewhere)).toMatchObject({ answerCount: 0, answers: [] })
  const texts = await db().post.findMany({ where: { authorId: member.id }, select: { markdown: true, html: true } })
  expect(new Set(texts.flatMap(({ markdown, html }) => [markdown, html]))).toEqual(new Set(['']))
})

test('votes and acceptances stay, as ids; what was said to us stays, without who said it', async () => {
  const member = await makeWholeMember()
  await leaves(member)
  const { id, posts } = member

  expect(await db().vote.count({ where: { memberId: id } })).toBe(1)
  expect(await db().acceptance.count({ where: { acceptedById: id } })).toBe(1)
  expect((await questionPage(posts.elsewhere))?.score).toBe(1)
  const event = await db().event.findFirstOrThrow({ where: { kind: 'feedbackSent', actorId: id } })
  const feedback = await db().feedback.findUniqueOrThrow({ where: { id: event.feedbackId ?? '' } })
  expect(feedback).toMatchObject({ memberId: null, replyTo: null, text: '… at …' })
  expect(await db().event.findFirst({ where: { kind: 'memberErased', actorId: id } })).toMatchObject({
    codes: { posts: 'keep' },
  })
})

test('an erased member is told nothing any more, and a session of theirs that somehow is left opens nothing', async () => {
  const [member, other] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(member.id)
  const { token } = member
  const session = await db().session.findFirstOrThrow({ where: { memberId: member.id } })
  await leaves(member)
  await answers(other, question)
  await background()
  expect(await toldTo(member)).toEqual([])

  await db().session.create({ data: session })
  expect((await viewerOf(token)).id).toBeNull()
  await db().session.delete({ where: { id: session.id } })
})

test('ten thousand posts are erased in batches, none of them a long transaction', { timeout: 120_000 }, async () => {
  const [member, other] = [await makeMember(), await makeMember()]
  const question = await makeQuestion(member.id)
  await makeAnswer(other.id, question)
  await db().$executeRaw`
    WITH made AS (
      INSERT INTO "Post" (kind, "authorId", locale, title, markdown, html, renderer, "postedAt")
      SELECT 'question', ${member.id}::uuid, 'zh', 'synthetic ' || n, 'words', '<p>words</p>', 1, now() FROM generate_series(1, 10000) n RETURNING id
    ), questions AS (INSERT INTO "Question" ("postId") SELECT id FROM made)
    INSERT INTO "Event" (id, kind, at, "postId") SELECT gen_random_uuid(), 'questionAsked', now(), id FROM made`
  await leaves(member, 'remove')

  expect(await db().post.count({ where: { authorId: member.id, NOT: { markdown: '' } } })).toBe(0)
  expect(await db().removal.count({ where: { removedById: member.id, reason: 'byAuthor' } })).toBe(10_000)
  expect(await db().member.findUnique({ where: { id: member.id } })).toMatchObject({ handle: `erased-${member.id}` })
  expect(await drifts()).toEqual([])
})

test('two processes that erase at once, and one that comes later, do it once', async () => {
  const member = await makeWholeMember()
  await asksToLeave(member, 'remove')
  await Promise.all([erase(member.id, afterGrace()), erase(member.id, afterGrace())])
  await erase(member.id, afterGrace())

  expect(await db().event.count({ where: { kind: 'memberErased', actorId: member.id } })).toBe(1)
  expect(await placesOf(member.words)).toEqual([])
})
