import { expect, test } from 'vitest'
import { z } from 'zod'
import { POST } from '@/app/api/v1/feedback/route'
import { guest } from './accounts/viewer'
import { db } from './db'
import { door } from './door'
import { draftOf } from './door/draft'
import { newId } from './ids'
import { feedbackDoor } from './paths'
import { refuseIf } from './refusal'
import { makeMember } from './testing/factories'
import { cookieOf, formRequest, jsonRequest, someAddress } from './testing/requests'

const path = feedbackDoor
const fields = (text: string) => ({ locale: 'zh', kind: 'idea', text })

function stored(text: string) {
  return db().feedback.count({ where: { text } })
}

test('a form goes on to its page, a program gets the id, and both are stored', async () => {
  const form = await POST(formRequest(path, fields('from a form')))
  const json = await POST(jsonRequest(path, { kind: 'idea', text: 'from a program' }))

  expect(form.status).toBe(303)
  expect(form.headers.get('location')).toMatch(/^\/zh\/feedback\/received\/[0-9a-f-]{36}$/)
  expect(json.status).toBe(201)
  expect(await json.json()).toMatchObject({ id: expect.any(String) })
  expect(await stored('from a form')).toBe(1)
  expect(await stored('from a program')).toBe(1)
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
    const request = formRequest(path, fields(text))
    for (const name of ['Sec-Fetch-Site', 'Origin']) request.headers.delete(name)
    for (const [name, value] of Object.entries(given)) request.headers.set(name, value)

    expect((await POST(request)).status).toBe(403)
    expect(await stored(text)).toBe(0)
  })
}

test('our own origin is enough for a browser without fetch metadata', async () => {
  const request = formRequest(path, fields('old browser'))
  request.headers.delete('Sec-Fetch-Site')
  request.headers.set('Origin', 'http://portal.test:3000')

  expect((await POST(request)).status).toBe(303)
})

test('a body that is too large is refused while it arrives, whatever its length header says', async () => {
  const answer = await POST(formRequest(path, fields('x'.repeat(300_000))))

  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('Please shorten it')
  expect(await db().feedback.count({ where: { text: { startsWith: 'xxxx' } } })).toBe(0)
})

test('a body that is neither form nor JSON object is refused', async () => {
  const strange = formRequest(path, fields('strange'))
  strange.headers.set('Content-Type', 'multipart/form-data; boundary=x')

  expect((await POST(strange)).status).toBe(400)
  expect((await POST(jsonRequest(path, ['list']))).status).toBe(400)
  expect((await POST(jsonRequest(path, null))).status).toBe(400)
})

test('a program hears of an unknown key, and a form may carry one', async () => {
  const json = await POST(
    jsonRequest(path, { kind: 'idea', text: 'mass assignment', memberId: newId(), role: 'administrator' }),
  )
  const form = await POST(formRequest(path, { ...fields('with an extra field'), role: 'administrator' }))

  expect(json.status).toBe(422)
  expect(Object.keys((await json.json()).refusal.fields)).toEqual(['memberId', 'role'])
  expect(await stored('mass assignment')).toBe(0)
  expect(form.status).toBe(303)
})

test('operators in place of values never reach the database', async () => {
  for (const value of [{ not: '' }, { contains: '' }, { in: [] }, [], null, true]) {
    for (const field of ['kind', 'text', 'page', 'replyTo']) {
      const answer = await POST(jsonRequest(path, { kind: 'idea', text: 'operator', [field]: value }))
      expect([422, 201]).toContain(answer.status)
      if (answer.status === 201) expect(value).toBeNull()
    }
  }
})

test('refusals speak the language of the form or of the browser', async () => {
  const answer = await POST(
    jsonRequest(path, { kind: 'idea', text: '' }, { headers: { 'Accept-Language': 'nl-BE,nl;q=0.9' } }),
  )

  expect((await answer.json()).refusal.fields.text.message).toBe('Vul dit in.')
})

test('ten identical forms at once are stored once, and all ten writers get the same answer', async () => {
  const sent = { ...fields('double click'), key: newId() }
  const address = someAddress()
  const answers = await Promise.all(Array.from({ length: 10 }, () => POST(formRequest(path, sent, { address }))))

  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect(await stored('double click')).toBe(1)
})

test('the same words without a key are one write for ten minutes, from one network only', async () => {
  const address = someAddress()
  const first = await POST(formRequest(path, fields('no key'), { address }))
  const again = await POST(formRequest(path, fields('no key'), { address }))
  const other = await POST(formRequest(path, fields('no key')))

  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(other.headers.get('location')).not.toBe(first.headers.get('location'))
  expect(await stored('no key')).toBe(2)
})

test('a private form that was loaded again with a new key does not store the same words twice', async () => {
  const address = someAddress()
  const first = await POST(formRequest(path, { ...fields('loaded again'), key: newId() }, { address }))
  const again = await POST(formRequest(path, { ...fields('loaded again'), key: newId() }, { address }))

  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(await stored('loaded again')).toBe(1)
})

test('a form that went back, was changed and sent again is a new write', async () => {
  const key = newId()
  const address = someAddress()
  await POST(formRequest(path, { ...fields('before'), key }, { address }))
  await POST(formRequest(path, { ...fields('after'), key }, { address }))

  expect([await stored('before'), await stored('after')]).toEqual([1, 1])
})

test("a program's key used for other words is refused", async () => {
  const address = someAddress()
  const headers = { 'Idempotency-Key': newId() }
  const first = await POST(jsonRequest(path, { kind: 'idea', text: 'first words' }, { address, headers }))
  const same = await POST(jsonRequest(path, { kind: 'idea', text: 'first words' }, { address, headers }))
  const other = await POST(jsonRequest(path, { kind: 'idea', text: 'other words' }, { address, headers }))

  expect((await same.json()).id).toBe((await first.json()).id)
  expect(other.status).toBe(409)
})

test("one member's key gives another member nothing", async () => {
  const headers = { 'Idempotency-Key': newId() }
  const [one, other] = [await makeMember(), await makeMember()]
  const mine = await POST(jsonRequest(path, { kind: 'idea', text: 'mine' }, { cookie: one.cookie, headers }))
  const theirs = await POST(jsonRequest(path, { kind: 'idea', text: 'mine' }, { cookie: other.cookie, headers }))

  expect((await theirs.json()).id).not.toBe((await mine.json()).id)
})

test('the sixth message of an hour is refused with the time to wait; a refused one and a repeated one do not count', async () => {
  const address = someAddress()
  for (const nth of [1, 2, 3, 4, 5]) {
    expect((await POST(jsonRequest(path, { kind: 'nothing', text: 'refused' }, { address }))).status).toBe(422)
    expect((await POST(formRequest(path, fields(`message ${nth}`), { address }))).status).toBe(303)
    expect((await POST(formRequest(path, fields(`message ${nth}`), { address }))).status).toBe(303)
  }
  const sixth = await POST(jsonRequest(path, { kind: 'idea', text: 'message 6' }, { address }))

  expect(sixth.status).toBe(429)
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3_000)
  expect(await stored('message 6')).toBe(0)
})

test('twenty messages at once from one network store exactly five', async () => {
  const address = someAddress()
  const sent = Array.from({ length: 20 }, (_, nth) =>
    POST(jsonRequest(path, { kind: 'idea', text: `flood ${nth}` }, { address })),
  )
  await Promise.all(sent)

  expect(await db().feedback.count({ where: { text: { startsWith: 'flood ' } } })).toBe(5)
})

test('neighbors in one IPv6 /64 share an allowance', async () => {
  for (const nth of [1, 2, 3, 4, 5])
    await POST(formRequest(path, fields(`neighbor ${nth}`), { address: `2001:db8:1:2::${nth}` }))

  expect(
    (await POST(jsonRequest(path, { kind: 'idea', text: 'neighbor 6' }, { address: '2001:db8:1:2:ffff::1' }))).status,
  ).toBe(429)
  expect(
    (await POST(jsonRequest(path, { kind: 'idea', text: 'next door' }, { address: '2001:db8:1:3::1' }))).status,
  ).toBe(201)
})

test('a refused form is kept sealed, shown to its writer alone, and dropped when it went through', async () => {
  const refused = await POST(formRequest(path, { locale: 'fr', kind: 'idea', text: '', replyTo: 'not an address' }))
  const cookie = cookieOf(refused)
  const token = cookie.slice('draft='.length)

  expect(refused.headers.get('location')).toBe('/fr/feedback#refused')
  expect(refused.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  const draft = await draftOf('feedback', guest, token, new Date())
  expect(draft).toMatchObject({
    code: 'invalid',
    values: { replyTo: 'not an address' },
    fields: { text: { code: 'required' }, replyTo: { code: 'notAnAddress' } },
  })
  expect(await draftOf('feedback', guest, 'another', new Date())).toBeUndefined()
  const rows = await db().draft.findMany({ select: { sealed: true } })
  expect(rows.some(({ sealed }) => Buffer.from(sealed).includes('not an address'))).toBe(false)

  await POST(formRequest(path, fields('corrected'), { cookie }))
  expect(await draftOf('feedback', guest, token, new Date())).toBeUndefined()
})

test("a member's draft is the member's, on every device", async () => {
  const member = await makeMember()
  await POST(
    formRequest(
      path,
      { locale: 'en', kind: 'idea', text: 'x', page: 'https://evil.example' },
      { cookie: member.cookie },
    ),
  )
  const viewer = { id: member.id, handle: member.handle, role: 'member', isSuspended: false } as const

  expect((await draftOf('feedback', viewer, undefined, new Date()))?.values).toMatchObject({
    page: 'https://evil.example',
  })
})

test('one network holds three drafts of guests at most', async () => {
  const address = someAddress()
  const before = await db().draft.count()
  for (const nth of [1, 2, 3, 4, 5])
    await POST(formRequest(path, { locale: 'en', kind: 'idea', text: '', page: `/${nth}` }, { address }))

  expect((await db().draft.count()) - before).toBe(3)
})

test('a form with thousands of made-up fields is refused at once, and only the fields of this door are kept', async () => {
  const made = Object.fromEntries(Array.from({ length: 5_000 }, (_, nth) => [`f${nth}`, '']))
  const refused = await POST(formRequest(path, { ...made, locale: 'en', kind: 'idea', text: '', page: '/kept' }))
  const draft = await draftOf('feedback', guest, cookieOf(refused).slice('draft='.length), new Date())

  expect(draft?.values).toEqual({ kind: 'idea', text: '', page: '/kept' })
})

test('a draft that is too large loses the end of its longest text and nothing else', async () => {
  const refused = await POST(
    formRequest(path, { locale: 'en', kind: 'idea', text: 'x'.repeat(100_000), page: '/kept' }),
  )
  const draft = await draftOf('feedback', guest, cookieOf(refused).slice('draft='.length), new Date())

  expect(draft).toMatchObject({
    isCut: true,
    values: { kind: 'idea', page: '/kept' },
    fields: { text: { code: 'tooLong', limit: 4000 } },
  })
  expect(draft?.values.text?.length).toBeGreaterThan(60_000)
})

test('who tries too often gets the words back, and nothing more is stored for them', async () => {
  const address = someAddress()
  for (let nth = 0; nth < 60; nth += 1) await POST(jsonRequest(path, { kind: 'nothing' }, { address }))
  const drafts = await db().draft.count()
  const answer = await POST(formRequest(path, fields('one too many'), { address }))

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
  expect([await stored('refused late'), await stored('buggy')]).toEqual([0, 0])
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
