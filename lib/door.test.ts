import { expect, test } from 'vitest'
import { z } from 'zod'
import { POST as avatarDoorway } from '@/app/api/v1/avatars/route'
import { POST } from '@/app/api/v1/feedback/route'
import { db } from './db'
import { door } from './door'
import { avatarsDoor, feedbackDoor } from './doors'
import { newId } from './ids'
import { refuseIf } from './refusal'
import { makeMember } from './testing/factories'
import { formRequest, ideaForm, jsonRequest, timesStored } from './testing/requests'

test('a form goes on to its page, a program gets the id, and both are stored', async () => {
  const form = await POST(formRequest(feedbackDoor, ideaForm('from a form')))
  const json = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'from a program' }))

  expect(form.status).toBe(303)
  expect(form.headers.get('location')).toMatch(/^\/zh\/feedback\/received\/[0-9a-f-]{36}$/)
  expect(json.status).toBe(201)
  expect(await json.json()).toMatchObject({ id: expect.any(String) })
  expect(await timesStored('from a form')).toBe(1)
  expect(await timesStored('from a program')).toBe(1)
})

const foreign: Record<string, Record<string, string>> = {
  'a foreign page': { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  'a sibling host': { 'Sec-Fetch-Site': 'same-site', Origin: 'http://other.portal.test:3000' },
  'a foreign origin and no fetch metadata': { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
  'an origin of null': { 'Sec-Fetch-Site': '', Origin: 'null' },
  'neither header': { 'Sec-Fetch-Site': '' },
  'a navigation typed by hand': { 'Sec-Fetch-Site': 'none' },
}

for (const [who, headers] of Object.entries(foreign)) {
  test(`${who} cannot send a form, and nothing is stored`, async () => {
    const text = `foreign: ${who}`
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value))
    const request = formRequest(feedbackDoor, ideaForm(text))
    for (const name of ['Sec-Fetch-Site', 'Origin']) request.headers.delete(name)
    for (const [name, value] of Object.entries(given)) request.headers.set(name, value)

    expect((await POST(request)).status).toBe(403)
    expect(await timesStored(text)).toBe(0)
  })
}

test('our own origin is enough for a browser without fetch metadata', async () => {
  const request = formRequest(feedbackDoor, ideaForm('old browser'))
  request.headers.delete('Sec-Fetch-Site')
  request.headers.set('Origin', 'http://portal.test:3000')

  expect((await POST(request)).status).toBe(303)
})

test('a form of thousands of fields is refused before it is parsed, and so are thousands of parts', async () => {
  const names = Array.from({ length: 20_000 }, (_, nth) => `${nth}[]`).join('&')
  const request = formRequest(feedbackDoor, {})
  const many = new Request(request.url, { method: 'POST', headers: request.headers, body: names })
  expect((await POST(many)).status).toBe(400)
  const { cookie } = await makeMember()
  const parts = new FormData()
  for (let nth = 0; nth < 1_000; nth += 1) parts.append(`f${nth}`, 'x')
  const { headers } = jsonRequest(avatarsDoor, {}, { cookie })
  headers.delete('content-type')
  const form = new Request(`http://portal.test:3000${avatarsDoor}`, { method: 'POST', headers, body: parts })
  expect((await avatarDoorway(form)).status).toBe(400)
})

test('a program hears of a few of its unknown fields, not of thousands', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, nth) => [`x${nth}`, nth]))
  const answer = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'x', ...unknown }))
  const told = Object.keys((await answer.json()).refusal.fields)
  expect(told.filter((name) => name in unknown)).toHaveLength(20)
})

test('no byte of a file is read from a guest', async () => {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        read += 1
        controller.enqueue(new Uint8Array(64_000))
      },
    },
    { highWaterMark: 0 },
  )
  const { headers } = jsonRequest(avatarsDoor, {}, {})
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  expect((await avatarDoorway(new Request(`http://portal.test:3000${avatarsDoor}`, init))).status).toBe(401)
  expect(read).toBe(0)
})

test('two taps on a form that is refused leave one draft, and no answer fails', async () => {
  const { cookie, id } = await makeMember()
  const taps = Array.from({ length: 8 }, () =>
    POST(formRequest(feedbackDoor, { ...ideaForm(''), key: newId() }, { cookie })),
  )
  expect((await Promise.all(taps)).map(({ status }) => status)).toEqual(Array(8).fill(303))
  expect(await db().draft.count({ where: { memberId: id } })).toBe(1)
})

test('a body that is too large is refused while it arrives, whatever its length header says', async () => {
  const answer = await POST(formRequest(feedbackDoor, ideaForm('x'.repeat(300_000))))

  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('Please shorten it')
  expect(await db().feedback.count({ where: { text: { startsWith: 'xxxx' } } })).toBe(0)
})

test('a body that is neither form nor JSON object is refused', async () => {
  const strange = formRequest(feedbackDoor, ideaForm('strange'))
  strange.headers.set('Content-Type', 'multipart/form-data; boundary=x')

  expect((await POST(strange)).status).toBe(400)
  expect((await POST(jsonRequest(feedbackDoor, ['list']))).status).toBe(400)
  expect((await POST(jsonRequest(feedbackDoor, null))).status).toBe(400)
})

test('a program hears of an unknown key, and a form may carry one', async () => {
  const json = await POST(
    jsonRequest(feedbackDoor, { kind: 'idea', text: 'mass assignment', memberId: newId(), role: 'administrator' }),
  )
  const form = await POST(formRequest(feedbackDoor, { ...ideaForm('with an extra field'), role: 'administrator' }))

  expect(json.status).toBe(422)
  expect(Object.keys((await json.json()).refusal.fields)).toEqual(['memberId', 'role'])
  expect(await timesStored('mass assignment')).toBe(0)
  expect(form.status).toBe(303)
})

test('operators in place of values never reach the database', async () => {
  for (const value of [{ not: '' }, { contains: '' }, { in: [] }, [], null, true]) {
    for (const field of ['kind', 'text', 'page', 'replyTo']) {
      const answer = await POST(jsonRequest(feedbackDoor, { kind: 'idea', text: 'operator', [field]: value }))
      expect(answer.status, `${field}: ${JSON.stringify(value)}`).toBe(422)
    }
  }
})

test('refusals speak the language of the form or of the browser', async () => {
  const answer = await POST(
    jsonRequest(feedbackDoor, { kind: 'idea', text: '' }, { headers: { 'Accept-Language': 'nl-BE,nl;q=0.9' } }),
  )

  expect((await answer.json()).refusal.fields.text.message).toBe('Vul dit in.')
})

test('what fails half-way leaves nothing, not even the memory of the submission', async () => {
  const broken = door({
    name: 'broken',
    input: z.strictObject({ text: z.string() }),
    allowance: { points: 100, perSeconds: 60 },
    form: () => '/en/feedback',
    perform: async (_viewer, { text }, { tx, now }) => {
      await tx.feedback.create({ data: { id: newId(), kind: 'other', text, locale: 'en', sentAt: now } })
      refuseIf(text === 'refused late', 'notAllowed')
      throw new Error('a bug')
    },
  })
  const submissions = await db().submission.count()
  const late = await broken(jsonRequest('/api/v1/broken', { text: 'refused late' }))
  const bug = await broken(jsonRequest('/api/v1/broken', { text: 'buggy' }))

  expect([late.status, bug.status]).toEqual([403, 503])
  expect(JSON.stringify(await bug.json())).not.toContain('a bug')
  expect([await timesStored('refused late'), await timesStored('buggy')]).toEqual([0, 0])
  expect(await db().submission.count()).toBe(submissions)
})

test('when nothing can be stored, the answer holds the words and sends them again with one tap', async () => {
  const unreachable = door({
    name: 'unreachable',
    input: z.strictObject({ text: z.string() }),
    allowance: { points: 100, perSeconds: 60 },
    form: () => '/en/feedback',
    perform: async () => {
      throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
    },
  })
  const answer = await unreachable(
    formRequest('/api/v1/unreachable', { locale: 'en', key: 'k'.repeat(20), text: 'two\nlines & <b>' }),
  )
  const page = await answer.text()

  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('10')
  expect(page).toContain('action="/api/v1/unreachable"')
  expect(page).toContain('two\nlines &#38; &#60;b&#62;')
  expect(page).toContain('k'.repeat(20))
})
