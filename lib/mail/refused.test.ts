import { expect, test, vi } from 'vitest'
import { POST as trialsDoorway } from '@/app/api/v1/mail-trials/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { mailTrialsDoor } from '../doors'
import { makeReachable } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { smtpServer } from '../testing/smtp'
import { write } from '../write'
import { addressOf } from './address'
import { deliver } from './deliver'
import { OPEN_MAX } from './given-up'
import { type Letter, post } from './post'
import { transport } from './transport'
import { refusedSince } from './try-address'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const signIn = (to: string): Letter => ({
  to,
  locale: 'en',
  template: 'signIn',
  props: { link: 'L'.repeat(43), code: '012345', minutes: 10 },
})
const newDevice = (to: string): Letter => ({
  to,
  locale: 'en',
  template: 'newDevice',
  props: { browser: 'Synthetic', system: 'Synthetic', at: new Date().toISOString() },
})
const put = (letter: Letter, expiresAt = inHours(24)) => write((tx) => post(tx, letter, { now: new Date(), expiresAt }))
const send = (now?: Date) =>
  deliver(
    transport(() => {}),
    now,
  )
const letters = () => db().letter.findMany({ select: { tries: true, open: true, failure: true, failedAt: true } })

test('an address that is refused for good gets no more news and its member is told; signing in still tries, and mends it', async () => {
  const member = await makeReachable()
  const viewer = await viewerOf(member.token)
  let isClosed = true
  const { received, stop } = await smtpServer({
    recipient: (address) =>
      isClosed && address === member.address ? { code: 550, words: '5.1.1 no such mailbox' } : undefined,
  })
  await put(newDevice(member.address))
  expect(await send()).toBe(0)
  expect([await db().letter.count(), await addressOf(db(), member.id)]).toEqual([0, undefined])
  expect(await refusedSince(viewer)).toBeInstanceOf(Date)

  await put(signIn(member.address))
  expect(await send()).toBe(0)
  isClosed = false
  await put(signIn(member.address))
  expect(await send()).toBe(1)
  expect(received).toHaveLength(1)
  expect([await refusedSince(viewer), (await addressOf(db(), member.id))?.address]).toEqual([undefined, member.address])
  await stop()
})

test('the member says that it works again: the next letter tries, and is refused again if it does not', async () => {
  const [member, other] = [await makeReachable(), await makeReachable()]
  const { stop } = await smtpServer({ recipient: () => ({ code: 552, words: '5.2.2 mailbox full' }) })
  for (const { address } of [member, other]) await put(newDevice(address))
  await send()
  await trialsDoorway(jsonRequest(mailTrialsDoor, {}, { cookie: member.cookie }))
  expect([await addressOf(db(), member.id), await addressOf(db(), other.id)]).toMatchObject([
    { address: member.address },
    undefined,
  ])
  await put(newDevice(member.address))
  await send()
  expect(await addressOf(db(), member.id)).toBeUndefined()
  await stop()
})

test('a refusal that passes, or that is about this site, says nothing about the address', async () => {
  const member = await makeReachable()
  for (const [code, words] of [
    [450, '4.2.1 try later'],
    [550, '5.7.1 we do not take mail from you'],
  ] as const) {
    const { stop } = await smtpServer({ recipient: () => ({ code, words }) })
    await put(newDevice(member.address))
    expect(await send()).toBe(0)
    expect(await letters()).toEqual([{ tries: 1, open: 0, failedAt: null, failure: `EENVELOPE RCPT TO ${code}` }])
    expect(await addressOf(db(), member.id)).toBeDefined()
    await db().letter.deleteMany()
    await stop()
  }
})

test('a letter whose connection breaks after it was handed over is sent once more, and then kept with the reason', async () => {
  const member = await makeReachable()
  const { received, stop } = await smtpServer({ arrived: (end) => end() })
  await put(newDevice(member.address))
  for (let nth = 0; nth < 6; nth += 1) await send(inHours(nth))
  expect(received).toHaveLength(OPEN_MAX)
  expect(await letters()).toMatchObject([{ open: OPEN_MAX, failure: 'unknown', failedAt: expect.any(Date) }])
  await db().letter.deleteMany()
  await stop()
})

test('a mail server that is away for hours is tried later and later; then the letter is kept with the reason, and no word of it', async () => {
  const member = await makeReachable()
  const { stop } = await smtpServer()
  await stop() // Nobody is there.
  await put(newDevice(member.address), inHours(240))
  await put(signIn(member.address), inHours(0.1))
  for (let nth = 0; nth < 12; nth += 1) await send(inHours(nth * nth))
  const rows = await db().letter.findMany({ orderBy: { template: 'asc' } })
  expect(
    rows.map(({ template, tries, failedAt, sealed }) => [template, tries, failedAt !== null, sealed.length > 0]),
  ).toEqual([
    ['newDevice', 8, true, true],
    // Its link and code are over: nothing of them is kept.
    ['signIn', 1, true, false],
  ])
  expect(JSON.stringify(rows.map(({ failure }) => failure))).not.toContain('@')
  await db().letter.deleteMany()
})
