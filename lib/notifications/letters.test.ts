import PostalMime, { type Email } from 'postal-mime'
import { expect, test, vi } from 'vitest'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as readsDoorway } from '@/app/api/v1/reads/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { db } from '../db'
import { choicesDoor, readsDoor, removalsDoor } from '../doors'
import { locales } from '../i18n/locales'
import { deliver } from '../mail/deliver'
import { transport } from '../mail/transport'
import { makeAnswer, makeMember, makeQuestion, type TestMember } from '../testing/factories'
import { answers, asks, background, follows, makeReachable, toldTo } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { smtpServer } from '../testing/smtp'
import { write } from '../write'
import { LETTERS_PER_DAY, notificationKinds } from './kinds'
import { isStillNews, writeLetter, writeLetters } from './letters'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const reads = ({ cookie }: TestMember, what: object = {}) => readsDoorway(jsonRequest(readsDoor, what, { cookie }))
const chooses = ({ cookie }: TestMember, what: object) =>
  choicesDoorway(jsonRequest(choicesDoor, { letters: 'en', inbox: notificationKinds, ...what }, { cookie }))
const hides = async (post: number) => {
  const { cookie } = await makeMember({ role: 'moderator' })
  await hideDoorway(jsonRequest(removalsDoor, { post, reason: 'scam' }, { cookie }))
}

/** Ten minutes later: what is due is written and sent to a real SMTP server. */
async function sent(minutes = 11): Promise<Email[]> {
  const { received, stop } = await smtpServer()
  await background()
  await writeLetters(inMinutes(minutes))
  await deliver(
    transport(() => {}),
    inMinutes(minutes),
    isStillNews,
  )
  await stop()
  return Promise.all(received.map((raw) => PostalMime.parse(raw)))
}

test('an answer reaches the asker by letter, its own words first, in the language of the reader, with one click to end it', async () => {
  for (const locale of locales) {
    const asker = await makeReachable(locale)
    const question = await asks(asker, { title: `Why <b>${locale}</b>, and how?` })
    await answers(await makeMember(), question, 'Dial *104# and **wait** for <i>the text</i>.\n\nBcc: evil@example.org')
    const [letter, ...more] = await sent()

    expect(more).toEqual([])
    expect(letter?.to?.[0]?.address).toBe(asker.address)
    expect(letter?.subject).toContain('and wait for')
    expect(letter?.text?.split('\n')[0]).toMatch(/^Dial .*wait for/)
    expect(letter?.text).toContain(`/${locale}/questions/${question}#post-`)
    expect(letter?.html).not.toMatch(/<img|<link|<script|src=|<i>the/i)
    const header = (key: string) => letter?.headers.find((one) => one.key === key)?.value
    expect(header('list-unsubscribe')).toMatch(/^<http:\/\/portal\.test:3000\/api\/v1\/unsubscriptions\?token=[^>]+>$/)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('bcc')).toBeUndefined()
  }
})

test('no letter leaves before ten minutes, and none about what was read meanwhile, here or in the outbox', async () => {
  const asker = await makeReachable()
  const question = await asks(asker)
  await answers(await makeMember(), question)
  expect(await sent(9)).toEqual([])
  await reads(asker, { home: question, kind: 'answerToMine' })
  expect(await sent()).toEqual([])

  await answers(await makeMember(), question)
  await background()
  expect(await writeLetters(inMinutes(11))).toBe(1)
  await reads(asker)
  expect(await sent()).toEqual([])
  expect(await db().letter.count()).toBe(0)
})

test('what a moderator hid is told by no letter, also when it waited in the outbox', async () => {
  const asker = await makeReachable()
  const question = await asks(asker)
  const first = await answers(await makeMember(), question)
  await background()
  await hides(first)
  expect(await sent()).toEqual([])

  const second = await answers(await makeMember(), question)
  await background()
  expect(await writeLetters(inMinutes(11))).toBe(1)
  await hides(second)
  expect(await sent()).toEqual([])
})

test('five answers are one letter; two processes write it once', async () => {
  const asker = await makeReachable()
  const question = await asks(asker)
  for (let nth = 0; nth < 5; nth += 1) await answers(await makeMember(), question)
  await background()
  const written = await Promise.all([1, 2, 3, 4].map(() => writeLetters(inMinutes(11))))
  expect(written.reduce((sum, one) => sum + one)).toBe(1)
  const [letter, ...more] = await sent()
  expect(more).toEqual([])
  expect(letter?.text).toContain('4 more')
})

test('letters come only of what was chosen; the inbox has everything', async () => {
  const [asker, follower] = [await makeReachable(), await makeReachable()]
  const question = await asks(asker)
  await follows(follower, { post: question })
  await chooses(asker, { mail: ['commentOnMine'] })
  await answers(await makeMember(), question)
  expect(await sent()).toEqual([])
  expect([await toldTo(asker), await toldTo(follower)]).toEqual([['answerToMine'], ['answerToFollowed']])

  await chooses(follower, { mail: ['answerToFollowed'], letters: 'nl' })
  await answers(await makeMember(), question)
  expect((await sent()).map(({ to }) => to?.[0]?.address)).toEqual([follower.address])
})

test('nobody gets more letters a day than the ceiling', async () => {
  const asker = await makeReachable()
  const questions: number[] = []
  for (let nth = 0; nth < LETTERS_PER_DAY + 2; nth += 1) {
    const question = await makeQuestion(asker.id)
    questions.push(question)
    await makeAnswer((await makeMember()).id, question)
  }
  await background()
  // All at once, as by several processes: each must see what the others have written.
  await Promise.all(
    questions.map((one) => write((tx) => writeLetter(tx, asker.id, { homeId: one, operatorId: null }, inMinutes(11)))),
  )
  expect(await db().letter.count()).toBe(LETTERS_PER_DAY)
})
