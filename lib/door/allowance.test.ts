import { expect, test } from 'vitest'
import { z } from 'zod'
import { POST } from '@/app/api/v1/feedback/route'
import { db } from '../db'
import { door } from '../door'
import { feedbackDoor } from '../doors'
import { newId } from '../ids'
import { refuseIf } from '../refusal'
import { formRequest, ideaForm, jsonRequest, someAddress, timesStored } from '../testing/requests'

test('the sixth message of an hour is refused with the time to wait; a refused one and a repeated one do not count', async () => {
  const address = someAddress()
  for (const nth of [1, 2, 3, 4, 5]) {
    expect((await POST(jsonRequest(feedbackDoor, { kind: 'nothing', text: 'refused' }, { address }))).status).toBe(422)
    expect((await POST(formRequest(feedbackDoor, ideaForm(`message ${nth}`), { address }))).status).toBe(303)
    expect((await POST(formRequest(feedbackDoor, ideaForm(`message ${nth}`), { address }))).status).toBe(303)
  }
  const sixth = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'message 6' }, { address }))

  expect(sixth.status).toBe(429)
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3_000)
  expect(await timesStored('message 6')).toBe(0)
})

test('twenty messages at once from one network store exactly five', async () => {
  const address = someAddress()
  const sent = Array.from({ length: 20 }, (_, nth) =>
    POST(jsonRequest(feedbackDoor, { kind: 'idea', text: `flood ${nth}` }, { address })),
  )
  await Promise.all(sent)

  expect(await db().feedback.count({ where: { text: { startsWith: 'flood ' } } })).toBe(5)
})

test('neighbors in one IPv6 /64 share an allowance', async () => {
  for (const nth of [1, 2, 3, 4, 5])
    await POST(formRequest(feedbackDoor, ideaForm(`neighbor ${nth}`), { address: `2001:db8:1:2::${nth}` }))

  expect(
    (await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'neighbor 6' }, { address: '2001:db8:1:2:ffff::1' })))
      .status,
  ).toBe(429)
  expect(
    (await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'next door' }, { address: '2001:db8:1:3::1' }))).status,
  ).toBe(201)
})

test('who tries too often gets the words back, and nothing more is stored for them', async () => {
  const address = someAddress()
  for (let nth = 0; nth < 60; nth += 1) await POST(jsonRequest(feedbackDoor, { kind: 'nothing' }, { address }))
  const drafts = await db().draft.count()
  const answer = await POST(formRequest(feedbackDoor, ideaForm('one too many'), { address }))

  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('one too many')
  expect(await db().draft.count()).toBe(drafts)
})

test('what the verb refused does not count against the allowance', async () => {
  const moody = door({
    name: 'moody',
    input: z.strictObject({ text: z.string() }),
    allowance: { points: 1, perSeconds: 60 },
    form: () => '/en/feedback',
    perform: async (_viewer, { text }) => {
      refuseIf(text === 'no', 'notAllowed')
      return { id: newId(), path: '/en' }
    },
  })
  const address = someAddress()
  const statuses = []
  for (const text of ['no', 'no', 'yes', 'again'])
    statuses.push((await moody(jsonRequest('/api/v1/moody', { text }, { address }))).status)

  expect(statuses).toEqual([403, 403, 201, 429])
})
