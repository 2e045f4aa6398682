import { expect, test } from 'vitest'
import { POST } from '@/app/api/v1/feedback/route'
import { guest } from '../accounts/viewer'
import { feedbackDoor } from '../doors'
import { newId } from '../ids'
import { makeMember } from '../testing/factories'
import { formRequest, ideaForm, jsonRequest, someAddress, timesStored } from '../testing/requests'
import { write } from '../write'
import { claimOf, earlier, once } from './once'

test('ten identical forms at once are stored once, and all ten writers get the same answer', async () => {
  const sent = { ...ideaForm('double click'), key: newId() }
  const address = someAddress()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => POST(formRequest(feedbackDoor, sent, { address }))),
  )

  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect(await timesStored('double click')).toBe(1)
})

test('the same words without a key are one write for ten minutes, from one network only', async () => {
  const address = someAddress()
  const first = await POST(formRequest(feedbackDoor, ideaForm('no key'), { address }))
  const again = await POST(formRequest(feedbackDoor, ideaForm('no key'), { address }))
  const other = await POST(formRequest(feedbackDoor, ideaForm('no key')))

  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(other.headers.get('location')).not.toBe(first.headers.get('location'))
  expect(await timesStored('no key')).toBe(2)
})

test('a private form that was loaded again with a new key does not store the same words twice', async () => {
  const address = someAddress()
  const first = await POST(formRequest(feedbackDoor, { ...ideaForm('loaded again'), key: newId() }, { address }))
  const again = await POST(formRequest(feedbackDoor, { ...ideaForm('loaded again'), key: newId() }, { address }))

  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(await timesStored('loaded again')).toBe(1)
})

test('a form that went back, was changed and sent again is a new write', async () => {
  const key = newId()
  const address = someAddress()
  await POST(formRequest(feedbackDoor, { ...ideaForm('before'), key }, { address }))
  await POST(formRequest(feedbackDoor, { ...ideaForm('after'), key }, { address }))

  expect([await timesStored('before'), await timesStored('after')]).toEqual([1, 1])
})

test("a program's key used for other words is refused", async () => {
  const address = someAddress()
  const headers = { 'Idempotency-Key': newId() }
  const first = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'first words' }, { address, headers }))
  const same = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'first words' }, { address, headers }))
  const other = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'other words' }, { address, headers }))

  expect((await same.json()).id).toBe((await first.json()).id)
  expect(other.status).toBe(409)
})

test("one member's key gives another member nothing", async () => {
  const headers = { 'Idempotency-Key': newId() }
  const [one, other] = [await makeMember(), await makeMember()]
  const mine = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'mine' }, { cookie: one.cookie, headers }))
  const theirs = await POST(
    jsonRequest(feedbackDoor, { kind: 'idea', text: 'mine' }, { cookie: other.cookie, headers }),
  )

  expect((await theirs.json()).id).not.toBe((await mine.json()).id)
})

test('what is remembered of a write never holds a cookie: the second answer has none', async () => {
  const now = new Date()
  const received = {
    values: {},
    locale: 'en',
    isForm: true,
    key: { value: newId(), from: 'form' },
    next: undefined,
  } as const
  const claim = claimOf('synthetic', { viewer: guest, network: 'synthetic', received, now }, { text: newId() })
  const work = async () => ({ id: 'one', path: '/en', cookies: ['sign-in=secret'] })
  const answer = () => write((tx) => once(tx, claim, now, work))

  expect(await answer()).toMatchObject({ isNew: true, done: { cookies: ['sign-in=secret'] } })
  expect(await answer()).toEqual({ isNew: false, done: { id: 'one', path: '/en' } })
  expect(JSON.stringify(await earlier({ ...claim, keyHash: claim.sameWords?.keyHash ?? '' }, now))).not.toContain(
    'secret',
  )
})
