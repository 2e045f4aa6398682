import { expect, test, vi } from 'vitest'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as endDoorway } from '@/app/api/v1/push-subscriptions/endings/route'
import { POST as pushDoorway } from '@/app/api/v1/push-subscriptions/route'
import { POST as readsDoorway } from '@/app/api/v1/reads/route'
import { POST as hideDoorway } from '@/app/api/v1/removals/route'
import { db } from '../db'
import { choicesDoor, pushDoor, pushEndingsDoor, readsDoor, removalsDoor } from '../doors'
import { locales } from '../i18n/locales'
import { sendPush } from '../push/send'
import { makeAnswer, makeMember, makeQuestion, sessionOf, type TestMember } from '../testing/factories'
import { answers, asks, background, makeReachable } from '../testing/news'
import { pushReceiver } from '../testing/push-receiver'
import { makePushAddress } from '../testing/reach'
import { jsonRequest } from '../testing/requests'
import { write } from '../write'
import { notificationKinds, PUSHES_PER_DAY } from './kinds'
import { deliverPushes, writePush, writePushes } from './pushes'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const subscribes = ({ cookie }: TestMember, what: object) => pushDoorway(jsonRequest(pushDoor, what, { cookie }))
const chooses = ({ cookie }: TestMember, what: object) =>
  choicesDoorway(
    jsonRequest(choicesDoor, { letters: 'en', inbox: notificationKinds, push: notificationKinds, ...what }, { cookie }),
  )
const devicesOf = ({ id }: TestMember) => db().pushSubscription.count({ where: { memberId: id } })

async function sent(minutes = 0) {
  await background()
  await writePushes(inMinutes(minutes))
  return deliverPushes(sendPush, inMinutes(minutes))
}

async function answered(asker: TestMember, body?: string): Promise<{ question: number; answer: number }> {
  const question = await asks(asker)
  return { question, answer: await answers(await makeMember(), question, body) }
}

test('an answer reaches the browser, sealed for it, signed by us, in the language of its reader, with a path of ours', async () => {
  const { received, browser, stop } = await pushReceiver()
  for (const locale of locales) {
    const asker = await makeReachable(locale)
    expect((await subscribes(asker, browser(locale))).status).toBe(201)
    const { question, answer } = await answered(asker, 'Dial *104# and **wait** for the text.')
    expect(await sent()).toBe(1)
    const last = received.at(-1)
    expect(last?.path).toBe(`/${locale}`)
    expect(last?.message).toMatchObject({
      body: 'Dial 104# and wait for the text.'.replace('104#', '104'),
      path: `/${locale}/questions/${question}#post-${answer}`,
      tag: `post-${question}`,
    })
    expect(last?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '21600', urgency: 'normal' })
  }
  expect(new Set(received.map(({ message }) => message.title)).size).toBe(4)
  await stop()
})

test('what a browser tells of itself is kept sealed, and only of push services', async () => {
  const member = await makeMember()
  const address = makePushAddress()
  await subscribes(member, address)
  const row = await db().pushSubscription.findFirstOrThrow({ where: { memberId: member.id } })
  const stored = JSON.stringify({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })
  for (const secret of [address.endpoint, address.auth, address.p256dh]) expect(stored).not.toContain(secret)

  for (const endpoint of [
    'https://evil.example/x',
    'http://169.254.169.254/',
    'https://fcm.googleapis.com@evil.example/',
  ])
    expect((await subscribes(member, makePushAddress(endpoint))).status, endpoint).toBe(422)
  expect((await subscribes(member, { ...address, p256dh: 'x' })).status).toBe(422)
  expect(await devicesOf(member)).toBe(1)
})

test('an address that is no push service any more is called by nobody, and forgotten', async () => {
  const { browser, asked, stop } = await pushReceiver()
  const asker = await makeMember()
  await subscribes(asker, browser('named-before'))
  process.env.PUSH_ORIGIN = 'http://127.0.0.1:1'
  ;(await import('../env')).forgetEnv()
  await answered(asker)
  expect(await sent()).toBe(0)
  expect([asked(), await devicesOf(asker)]).toEqual([0, 0])
  await stop()
})

test('a browser that is gone is forgotten; a service that is busy is asked again, later and later; one that leads elsewhere is not followed', async () => {
  const { received, asked, browser, stop } = await pushReceiver([410, 404, 503, 429, 201, 302])
  for (const name of ['gone', 'lost']) {
    const asker = await makeMember()
    await subscribes(asker, browser(name))
    await answered(asker)
    expect(await sent()).toBe(0)
    expect(await devicesOf(asker)).toBe(0)
  }
  const asker = await makeMember()
  await subscribes(asker, browser('busy'))
  await answered(asker)
  expect([await sent(), await sent(), await sent(1), await sent(1)]).toEqual([0, 0, 0, 0])
  expect(await sent(3)).toBe(1)
  expect(received).toHaveLength(1)

  await answered(asker)
  const before = asked()
  expect(await sent()).toBe(0)
  expect([asked() - before, await db().push.count(), await devicesOf(asker)]).toEqual([1, 0, 1])
  await stop()
})

test('nothing is pushed of what was read or hidden meanwhile, also when it waited to be sent', async () => {
  const { received, browser, stop } = await pushReceiver()
  const asker = await makeMember()
  await subscribes(asker, browser('quick'))
  const { cookie } = await makeMember({ role: 'moderator' })
  const hides = (post: number) => hideDoorway(jsonRequest(removalsDoor, { post, reason: 'scam' }, { cookie }))

  await hides((await answered(asker)).answer)
  expect(await sent()).toBe(0)
  for (const change of [
    async ({ answer }: { answer: number }) => hides(answer),
    async () => readsDoorway(jsonRequest(readsDoor, {}, { cookie: asker.cookie })),
    async () => chooses(asker, { push: [] }),
  ]) {
    await chooses(asker, {})
    const posts = await answered(asker)
    await background()
    expect(await writePushes()).toBe(1)
    await change(posts)
    expect(await deliverPushes(sendPush)).toBe(0)
  }
  expect(received).toEqual([])
  await stop()
})

test('in quiet hours a push waits until they end, and the inbox does not', async () => {
  const { received, browser, stop } = await pushReceiver()
  const asker = await makeMember()
  await subscribes(asker, browser('asleep'))
  // The clock of a zone says now; it is quiet from this hour to the one before the last.
  const hour = new Date().getUTCHours()
  await chooses(asker, { zone: 'Africa/Abidjan', quietFrom: hour, quietTo: (hour + 2) % 24 })
  await db().session.updateMany({ where: { memberId: asker.id }, data: { expiresAt: inMinutes(600) } })
  await answered(asker)
  expect(await sent()).toBe(0)
  expect(await db().notification.count({ where: { memberId: asker.id, isListed: true } })).toBe(1)
  expect(await sent(60)).toBe(0)
  expect(await sent(121)).toBe(1)
  expect(received).toHaveLength(1)
  await stop()
})

test('nobody gets more pushes a day than the ceiling, and one for each page', async () => {
  const { received, browser, stop } = await pushReceiver()
  const asker = await makeMember()
  await subscribes(asker, browser('popular'))
  const { question } = await answered(asker)
  for (let nth = 0; nth < 3; nth += 1) await answers(await makeMember(), question)
  for (let nth = 0; nth < PUSHES_PER_DAY + 2; nth += 1)
    await makeAnswer((await makeMember()).id, await makeQuestion(asker.id))
  await background()
  // All at once, as by several processes: each must see what the others have written.
  const homes = await db().notification.findMany({ where: { memberId: asker.id }, distinct: ['homeId'] })
  expect(homes).toHaveLength(PUSHES_PER_DAY + 3)
  const pushed = homes.map(({ homeId }) =>
    write((tx) => writePush(tx, asker.id, { homeId, operatorId: null }, new Date())),
  )
  await Promise.all(pushed)
  for (let round = 0; round < 3; round += 1) await deliverPushes(sendPush)
  expect(received).toHaveLength(PUSHES_PER_DAY)
  expect(new Set(received.map(({ message }) => message.tag)).size).toBe(PUSHES_PER_DAY)
  await stop()
})

test('a browser is somebody’s once, and only they can end it; what ends their session ends the pushes', async () => {
  const [first, second] = [await makeMember(), await makeMember()]
  const shared = makePushAddress()
  await subscribes(first, shared)
  const { id } = (await (await subscribes(second, shared)).json()) as { id: string }
  expect([await devicesOf(first), await devicesOf(second)]).toEqual([0, 1])
  const ends = ({ cookie }: TestMember) => endDoorway(jsonRequest(pushEndingsDoor, { subscription: id }, { cookie }))
  expect((await ends(first)).status).toBe(404)
  await db().session.delete({ where: { id: await sessionOf(second.id) } })
  expect(await devicesOf(second)).toBe(0)
})
