import { expect, test } from 'vitest'
import { POST } from '@/app/api/v1/feedback/route'
import { guest } from '../accounts/viewer'
import { db } from '../db'
import { feedbackDoor } from '../doors'
import { makeMember } from '../testing/factories'
import { cookieOf, formRequest, ideaForm, someAddress } from '../testing/requests'
import { draftOf } from './draft'

test('a refused form is kept sealed, shown to its writer alone, and dropped when it went through', async () => {
  const refused = await POST(
    formRequest(feedbackDoor, { locale: 'fr', kind: 'idea', text: '', replyTo: 'not an address' }),
  )
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

  await POST(formRequest(feedbackDoor, ideaForm('corrected'), { cookie }))
  expect(await draftOf('feedback', guest, token, new Date())).toBeUndefined()
})

test("a member's draft is the member's, on every device", async () => {
  const member = await makeMember()
  await POST(
    formRequest(
      feedbackDoor,
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
    await POST(formRequest(feedbackDoor, { locale: 'en', kind: 'idea', text: '', page: `/${nth}` }, { address }))

  expect((await db().draft.count()) - before).toBe(3)
})

test('of a form with many made-up fields only those of this door are kept', async () => {
  const made = Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`f${nth}`, '']))
  const refused = await POST(
    formRequest(feedbackDoor, { ...made, locale: 'en', kind: 'idea', text: '', page: '/kept' }),
  )
  const draft = await draftOf('feedback', guest, cookieOf(refused).slice('draft='.length), new Date())

  expect(draft?.values).toEqual({ kind: 'idea', text: '', page: '/kept' })
})

test('a draft that is too large loses the end of its longest text and nothing else', async () => {
  const refused = await POST(
    formRequest(feedbackDoor, { locale: 'en', kind: 'idea', text: 'x'.repeat(100_000), page: '/kept' }),
  )
  const draft = await draftOf('feedback', guest, cookieOf(refused).slice('draft='.length), new Date())

  expect(draft).toMatchObject({
    isCut: true,
    values: { kind: 'idea', page: '/kept' },
    fields: { text: { code: 'tooLong', limit: 4000 } },
  })
  expect(draft?.values.text?.length).toBeGreaterThan(60_000)
})
