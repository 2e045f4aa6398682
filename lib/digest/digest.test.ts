import PostalMime, { type Email } from 'postal-mime'
import { expect, test, vi } from 'vitest'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { GET, POST as oneClickDoorway } from '@/app/api/v1/unsubscriptions/route'
import { writeUses } from '../accounts/last-use'
import { viewerOf } from '../accounts/viewer'
import { holdClock } from '../clock'
import { db } from '../db'
import { choicesDoor, removalsDoor } from '../doors'
import { env } from '../env'
import { type Locale, locales } from '../i18n/locales'
import { deliver } from '../mail/deliver'
import { transport } from '../mail/transport'
import { CLIENT_ADDRESS_HEADER } from '../network-headers'
import { notificationKinds } from '../notifications/kinds'
import { makeMember, makeSubjects, type TestMember } from '../testing/factories'
import { answers, asks, background, follows, makeReachable } from '../testing/news'
import { jsonRequest, someAddress } from '../testing/requests'
import { smtpServer } from '../testing/smtp'
import { isStillWanted, UNSEEN_DAYS, writeDigests } from './write'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const chooses = ({ cookie }: TestMember, what: object) =>
  choicesDoorway(jsonRequest(choicesDoor, { inbox: notificationKinds, zone: 'Africa/Abidjan', ...what }, { cookie }))

/** Somebody who wants a round-up, and follows an operator. */
async function reader(digest = 'daily', letters: Locale = 'en') {
  const member = await makeReachable(letters)
  const { operator } = await makeSubjects()
  await follows(member, { operator })
  await chooses(member, { digest, letters, zone: 'Europe/Brussels' })
  return { ...member, operator }
}

/** A question about what they follow, asked and told of that many days from now. */
async function news({ id, operator }: { id: string; operator: string }, days: number): Promise<number> {
  const question = await asks(await makeMember(), { operator })
  await background()
  await db().post.update({ where: { id: question }, data: { postedAt: inDays(days) } })
  await db().notification.updateMany({ where: { memberId: id, postId: question }, data: { madeAt: inDays(days) } })
  return question
}

async function delivered(now: Date): Promise<Email[]> {
  const { received, stop } = await smtpServer()
  await deliver(
    transport(() => {}),
    now,
    isStillWanted,
  )
  await stop()
  return Promise.all(received.map((raw) => PostalMime.parse(raw)))
}

test('a round-up says what happened and what waits for an answer, in the reader’s language, with one click to end it', async () => {
  for (const locale of locales) {
    const { operator, address } = await reader('daily', locale)
    const [title, answered] = [`synthetic & "open" ${locale}`, `synthetic answered ${locale}`]
    const asker = await makeMember()
    const open = await asks(asker, { operator, title })
    const done = await asks(asker, { operator, title: answered })
    await answers(await makeMember(), done)
    await db().post.updateMany({ where: { id: { in: [open, done] } }, data: { locale } })
    await background()
    expect(await writeDigests(inDays(1.01))).toBe(1)
    const [letter, ...more] = await delivered(inDays(1.01))

    expect(more).toEqual([])
    expect(letter?.to?.[0]?.address).toBe(address)
    // As news of the operator, and one of them as a question without an answer.
    expect(letter?.text?.split(title)).toHaveLength(3)
    expect(letter?.text?.split(answered)).toHaveLength(2)
    expect(letter?.html).not.toMatch(/<img|<link|<script|src=|url\(|<b>(zh|en|fr|nl)/i)
    const header = letter?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
    await oneClick(header.slice(1, -1))
    expect(await db().reach.findFirst({ where: { digest: { not: 'never' } } })).toBeNull()
  }
})

test('nothing to say is no letter, and nothing is said twice: what was read, told by letter, or told before', async () => {
  const member = await reader()
  const { id } = member
  expect(await writeDigests(inDays(1.01))).toBe(0)
  await news(member, 1.5)
  expect(await writeDigests(inDays(2.02))).toBe(1)
  expect(await writeDigests(inDays(2.5))).toBe(0)
  expect(await writeDigests(inDays(3.03))).toBe(0)
  expect(await db().digest.count({ where: { memberId: id } })).toBe(3)
  await db().reach.deleteMany()
  await db().letter.deleteMany()
})

test('two processes at once write it once, and one that ended half way leaves it to the next', async () => {
  const member = await reader()
  await news(member, 0.5)
  // As long as the letter cannot be kept, nothing of it is.
  await db().$executeRaw`ALTER TABLE "Letter" ADD CONSTRAINT "synthetic" CHECK ("template" <> 'digest') NOT VALID`
  expect(await writeDigests(inDays(1.01))).toBe(0)
  expect(await db().digest.count({ where: { memberId: member.id } })).toBe(0)
  await db().$executeRaw`ALTER TABLE "Letter" DROP CONSTRAINT "synthetic"`

  const written = await Promise.all([1, 2, 3, 4].map(() => writeDigests(inDays(1.01))))
  expect(written.reduce((sum, one) => sum + one)).toBe(1)
  expect(await db().letter.count()).toBe(1)
  await db().reach.deleteMany()
  await db().letter.deleteMany()
})

test('switched off and on again, it comes once a day all the same', async () => {
  const member = await reader()
  await news(member, 0.5)
  expect(await writeDigests(inDays(1.01))).toBe(1)
  for (const digest of ['never', 'daily']) await chooses(member, { digest, letters: 'en', zone: 'Europe/Brussels' })
  await news(member, 1.02)
  expect(await writeDigests(inDays(1.01))).toBe(0)
  await db().reach.deleteMany()
  await db().letter.deleteMany()
})

test('whoever has not come for half a year is left in peace; the last one says so, and a visit brings it back', async () => {
  const member = await reader('weekly')
  const { digestDueAt } = await db().reach.findUniqueOrThrow({ where: { memberId: member.id } })
  const week = (nth: number) => new Date((digestDueAt?.getTime() ?? 0) + nth * 7 * 86_400_000 + 60_000)
  const daysTo = (at: Date) => (at.getTime() - Date.now()) / 86_400_000
  await db().member.update({
    where: { id: member.id },
    data: { seenAt: new Date(week(0).getTime() - (UNSEEN_DAYS - 3) * 86_400_000) },
  })
  await news(member, daysTo(week(0)) - 0.1)
  expect(await writeDigests(week(0))).toBe(1)
  expect((await delivered(week(0)))[0]?.text).toContain(`${UNSEEN_DAYS} days`)
  await news(member, daysTo(week(1)) - 1)
  expect(await writeDigests(week(1))).toBe(0)

  holdClock(week(1))
  await db().session.updateMany({ where: { memberId: member.id }, data: { expiresAt: week(3) } })
  await viewerOf(member.token)
  await writeUses()
  holdClock(undefined)
  await news(member, daysTo(week(2)) - 1)
  expect(await writeDigests(week(2))).toBe(1)
  expect((await delivered(week(2)))[0]?.text).not.toContain(`${UNSEEN_DAYS} days`)
  await db().reach.deleteMany()
})

test('what was hidden before it left is told by no round-up, and in quiet hours it waits in the outbox', async () => {
  const member = await reader()
  const question = await news(member, 0.5)
  expect(await writeDigests(inDays(1.01))).toBe(1)
  const { cookie } = await makeMember({ role: 'moderator' })
  await hideDoorway(jsonRequest(removalsDoor, { post: question, reason: 'spam' }, { cookie }))
  expect(await delivered(inDays(1.01))).toEqual([])
  expect(await db().letter.count()).toBe(0)

  await news(member, 1.5)
  expect(await writeDigests(inDays(2.02))).toBe(1)
  const hour = inDays(2.02).getUTCHours()
  const quiet = { quietFrom: hour, quietTo: (hour + 2) % 24 }
  await chooses(member, { digest: 'daily', letters: 'en', ...quiet })
  expect(await delivered(inDays(2.02))).toEqual([])
  expect(await delivered(inDays(2.02 + 2 / 24))).toHaveLength(1)
})

function oneClick(address: string) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', [CLIENT_ADDRESS_HEADER]: someAddress() }
  expect(GET(new Request(address)).status).toBe(303)
  return oneClickDoorway(
    new Request(new URL(address, env().publicUrl), { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' }),
  )
}
