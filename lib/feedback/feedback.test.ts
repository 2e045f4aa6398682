import { expect, test } from 'vitest'
import { POST } from '@/app/api/v1/feedback/route'
import { guest, viewerOf } from '../accounts/viewer'
import { sweep } from '../database/sweep'
import { db } from '../db'
import { feedbackDoor } from '../doors'
import { newId } from '../ids'
import { makeMember } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'
import { messages, receiptFor } from './queries'
import { REPLY_TO_DAYS } from './schema'

async function sent(input: Record<string, unknown>, cookie?: string): Promise<string> {
  const answer = await POST(
    jsonRequest(feedbackDoor, { kind: 'wrong', text: 'a mistake', ...input }, cookie ? { cookie } : {}),
  )
  return (await answer.json()).id
}

test('a word is stored with who, when, where and in which language, and one event tells of it', async () => {
  const member = await makeMember()
  const id = await sent({ page: '/zh/how-we-check-facts', replyTo: ' a@example.org ' }, member.cookie)

  expect(await db().feedback.findUnique({ where: { id } })).toMatchObject({
    kind: 'wrong',
    text: 'a mistake',
    page: '/zh/how-we-check-facts',
    replyTo: 'a@example.org',
    locale: 'en',
    memberId: member.id,
  })
  expect(await db().event.findMany({ where: { feedbackId: id } })).toMatchObject([
    { kind: 'feedbackSent', actorId: member.id, codes: { kind: 'wrong' } },
  ])
})

test('an event holds ids and codes only, never the text or the address', async () => {
  const id = await sent({ text: 'private words', replyTo: 'private@example.org' })
  const event = JSON.stringify(await db().event.findFirst({ where: { feedbackId: id } }))

  expect(event).not.toMatch(/private/)
})

test('events cannot be changed or removed, not even by the program', async () => {
  await sent({})
  await expect(db().event.updateMany({ data: { kind: 'other' } })).rejects.toThrow(/append-only/)
  await expect(db().event.deleteMany()).rejects.toThrow(/append-only/)
})

const off: [string, Record<string, unknown>, string][] = [
  ['a page of another site', { page: 'https://evil.example' }, 'notAPage'],
  ['a page that a browser would take elsewhere', { page: '//evil.example' }, 'notAPage'],
  ['a backslash', { page: '/\\evil.example' }, 'notAPage'],
  ['no address', { replyTo: 'somebody' }, 'notAnAddress'],
  ['two addresses', { replyTo: 'a@example.org,b@example.org' }, 'notAnAddress'],
  ['a quoted local part', { replyTo: '"a@evil.example"@example.org' }, 'notAnAddress'],
  ['a line break in the address', { replyTo: 'a@example.org\nBcc: b@example.org' }, 'notAnAddress'],
]

for (const [what, input, code] of off) {
  test(`${what} is refused with a reason`, async () => {
    const answer = await POST(jsonRequest(feedbackDoor, { kind: 'wrong', text: 'refused', ...input }))
    const [field] = Object.values((await answer.json()).refusal.fields) as { code: string }[]
    expect(field?.code).toBe(code)
    expect(await db().feedback.count({ where: { text: 'refused' } })).toBe(0)
  })
}

test('a fullwidth address is checked in the form in which it would be written to', async () => {
  const id = await sent({ replyTo: 'a＠example.org' })
  expect((await db().feedback.findUnique({ where: { id } }))?.replyTo).toBe('a@example.org')
})

test('what cannot be stored or seen is taken out of an address on this site', async () => {
  const id = await sent({ page: '/zh/a\u0000b\u202e' })
  expect((await db().feedback.findUnique({ where: { id } }))?.page).toBe('/zh/ab')
})

test('a receipt is the sender’s: a member’s nobody else opens, a guest’s goes by its id for a day', async () => {
  const [author, other] = [await makeMember(), await makeMember()]
  const viewer = ({ id, handle }: typeof author) => ({ id, handle, role: 'member', isSuspended: false }) as const
  const now = new Date()
  const mine = await sent({}, author.cookie)
  const guests = await sent({ replyTo: 'a@example.org' })

  expect(await receiptFor(viewer(author), mine, now)).toMatchObject({ kind: 'wrong', expectsAnswer: false })
  expect(await receiptFor(viewer(other), mine, now)).toBeUndefined()
  expect(await receiptFor(guest, mine, now)).toBeUndefined()
  expect(await receiptFor(guest, guests, now)).toMatchObject({ expectsAnswer: true })
  expect(await receiptFor(guest, guests, new Date(now.getTime() + 25 * 3_600_000))).toBe('gone')
  for (const id of [newId(), 'x', "' OR 1=1", '']) expect(await receiptFor(guest, id, now)).toBeUndefined()
})

test('what has ended is swept, and what has not stays', async () => {
  await POST(formRequest(feedbackDoor, { locale: 'zh', kind: 'idea', text: '' }))
  await sent({})
  const member = await makeMember()
  expect(await sweep({ notificationLifeDays: 365, givenUpDays: 30, digestDays: 60, addressLifeDays: 180 })).toBe(0)
  const counts = () =>
    Promise.all([db().draft.count(), db().submission.count(), db().session.count(), db().rateLimit.count()])
  expect((await counts()).every((count) => count > 0)).toBe(true)

  await sweep({
    notificationLifeDays: 365,
    givenUpDays: 30,
    digestDays: 60,
    addressLifeDays: 180,
    now: new Date(Date.now() + 2 * 24 * 3_600_000),
  })
  expect(await counts()).toEqual([0, 0, 0, 0])
  expect(await db().member.count({ where: { id: member.id } })).toBe(1)
})

test('an address for an answer is deleted after its time, and the message stays', async () => {
  const id = await sent({ replyTo: 'a@example.org' })
  const after = (days: number) =>
    sweep({
      notificationLifeDays: 365,
      givenUpDays: 30,
      digestDays: 60,
      addressLifeDays: REPLY_TO_DAYS,
      now: new Date(Date.now() + days * 24 * 3_600_000),
    })
  const address = async () => (await db().feedback.findUnique({ where: { id }, select: { replyTo: true } }))?.replyTo
  await after(REPLY_TO_DAYS - 1)
  expect(await address()).toBe('a@example.org')
  await after(REPLY_TO_DAYS + 1)
  expect(await address()).toBeNull()
  expect(await db().feedback.count({ where: { id, text: 'a mistake' } })).toBe(1)
})

test('the full address of a page of ours is as good as its path', async () => {
  const id = await sent({ page: 'http://portal.test:3000/en/how-we-check-facts' })
  expect((await db().feedback.findUnique({ where: { id } }))?.page).toBe('/en/how-we-check-facts')
})

test('only an administrator reads the messages, the newest first, page by page', async () => {
  const viewer = async (how: Parameters<typeof makeMember>[0]) => viewerOf((await makeMember(how)).token)
  const outsiders = [{ role: 'member' }, { role: 'moderator' }, { role: 'administrator', isSuspended: true }] as const
  const sentIds: string[] = []
  for (let nth = 0; nth < 31; nth += 1) sentIds.push(await sent({ text: `synthetic message ${nth}` }))

  const nobodies = [guest, ...(await Promise.all(outsiders.map(viewer)))]
  for (const nobody of nobodies) expect(await messages(nobody)).toEqual({ found: [], before: undefined })
  const administrator = await viewer({ role: 'administrator' })
  const first = await messages(administrator)
  expect(first.found.map(({ id }) => id)).toEqual(sentIds.toReversed().slice(0, 30))
  expect((await messages(administrator, first.before)).found[0]?.id).toBe(sentIds[0])
})
