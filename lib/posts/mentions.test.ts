import { expect, test, vi } from 'vitest'
import { POST as experiencesDoorway } from '@/app/api/v1/experiences/route'
import { POST as handlesDoorway } from '@/app/api/v1/handles/route'
import { db } from '../db'
import { experiencesDoor, handlesDoor } from '../doors'
import { monthsUntil } from '../experiences/schema'
import { newId } from '../ids'
import { makeMember, makeSubjects, type TestMember } from '../testing/factories'
import { answers, asks, background, comments, follows, toldTo } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { write } from '../write'
import { rewriteMentionsOf } from './mentions'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const post = (id: number) =>
  db().post.findUniqueOrThrow({ where: { id }, select: { markdown: true, html: true, mentions: true } })
const renames = async ({ cookie, id }: TestMember) => {
  const handle = `n-${newId().slice(-12)}`
  await handlesDoorway(jsonRequest(handlesDoor, { handle }, { cookie }))
  // A month passes: the next name may be taken.
  await db().handleChange.updateMany({ where: { memberId: id }, data: { changedAt: new Date('2020-01-01') } })
  return handle
}

test('who is named in a post of any kind is told once, however often they are named there; not who wrote it, nor who stopped following', async () => {
  const [writer, named, silent] = [await makeMember(), await makeMember(), await makeMember()]
  const words = `synthetic @${named.handle} @${named.handle.toUpperCase()} @${writer.handle} @${silent.handle} @nobody-here`
  const question = await asks(writer, { body: words })
  await follows(silent, { post: question }, 'no')
  const answer = await answers(writer, question, words)
  await comments(writer, answer, words)
  const { channel, payment, operator } = await makeSubjects()
  const month = monthsUntil(new Date())[0]
  const experience = { operator, channel, payment, outcome: 'worked', month, body: words }
  await experiencesDoorway(jsonRequest(experiencesDoor, experience, { cookie: writer.cookie }))
  await background()

  expect(await toldTo(named)).toEqual(['mention', 'mention', 'mention', 'mention'])
  expect(await toldTo(writer)).toEqual([])
  // The experience is another page.
  expect(await toldTo(silent)).toEqual(['mention'])
  expect(await db().mention.count({ where: { memberId: named.id } })).toBe(4)
})

test('the asker who is named in an answer is told of the answer, and of nothing twice', async () => {
  const [asker, helper] = [await makeMember(), await makeMember()]
  const question = await asks(asker)
  await answers(helper, question, `synthetic, @${asker.handle} look`)
  await background()
  expect(await toldTo(asker)).toEqual(['answerToMine'])
})

test('a rename shows the new name wherever the member is named, also by a name they had before', async () => {
  const [writer, named] = [await makeMember(), await makeMember()]
  const first = await asks(writer, { body: `synthetic words for @${named.handle}` })
  const second = await renames(named)
  await background()
  expect((await post(first)).html).toContain(`<a href="/members/${second}" rel="nofollow ugc noopener">@${second}</a>`)
  expect((await post(first)).markdown).toContain(`@${named.handle}`)

  const later = await asks(writer, { body: `synthetic words for @${named.handle}` })
  expect((await post(later)).html).toContain(`/members/${second}"`)
  const third = await renames(named)
  await background()
  for (const id of [first, later]) expect((await post(id)).html).toContain(`/members/${third}"`)
})

test('a member who is erased is named nowhere: a neutral word stands there, in the language of the post', async () => {
  const [writer, named, other] = [await makeMember(), await makeMember(), await makeMember()]
  const words = `synthetic @${named.handle}, \`@${named.handle}\` and @${other.handle}`
  const chinese = await asks(writer, { title: '合成的问题，写一行', body: `谢谢@${named.handle} 的合成回答` })
  const [english, coded] = [
    await asks(writer, { body: words }),
    await asks(writer, { body: `only \`@${named.handle}\`` }),
  ]
  const handle = await renames(named)
  await background()
  await write((tx) => rewriteMentionsOf(tx, named.id))

  for (const id of [chinese, english, coded]) {
    const { markdown = '', html = '', mentions } = await post(id)
    for (const name of [named.handle, handle]) expect(`${markdown}${html}`).not.toContain(name)
    expect(mentions.some(({ memberId }) => memberId === named.id)).toBe(false)
  }
  expect((await post(chinese)).html).toContain('谢谢已注销的成员 的合成回答')
  expect((await post(english)).html).toContain(
    `a former member, <code>a former member</code> and <a href="/members/${other.handle}"`,
  )
})

test('a text that was as long as can be does not grow by the neutral word', async () => {
  const [writer, named] = [await makeMember(), await makeMember()]
  await db().member.update({ where: { id: named.id }, data: { handle: 'x-y', handleSkeleton: 'xy' } })
  const body = `@x-y ${'合成'.repeat(9_997)}`
  const id = await asks(writer, { body })
  await write((tx) => rewriteMentionsOf(tx, named.id))
  expect((await post(id)).markdown).toBe(`… ${'合成'.repeat(9_997)}`)
})
