import { expect, test, vi } from 'vitest'
import { GET, POST } from '@/app/api/v1/unsubscriptions/route'
import { db } from '../db'
import { oneClickPath } from '../doors'
import { env } from '../env'
import { CLIENT_ADDRESS_HEADER } from '../network-headers'
import { makeMember } from '../testing/factories'
import { someAddress } from '../testing/requests'
import { wantedBy } from './choices'
import { readToken, unsubscribeToken } from './unsubscribe'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

// As mail programs do it: from anywhere, without a cookie, an origin or a word of ours (RFC 8058, section 3.2).
function oneClick(token: string, { cookie = '', multipart = false } = {}): Promise<Response> {
  const body = multipart
    ? '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    : 'List-Unsubscribe=One-Click'
  const type = multipart ? 'multipart/form-data; boundary=b' : 'application/x-www-form-urlencoded'
  return POST(
    new Request(new URL(oneClickPath('en', token), env().publicUrl), {
      method: 'POST',
      headers: { 'Content-Type': type, [CLIENT_ADDRESS_HEADER]: someAddress(), ...(cookie ? { Cookie: cookie } : {}) },
      body,
    }),
  )
}

test('one click ends the letters that the link names, and only those, without signing in; a second click changes nothing', async () => {
  for (const multipart of [false, true]) {
    const { id } = await makeMember()
    const token = unsubscribeToken(id, ['answerToMine'])
    for (const status of [201, 201]) expect((await oneClick(token, { multipart })).status).toBe(status)
    const wanted = await wantedBy(id, 'mail')
    expect([wanted.has('answerToMine'), wanted.has('commentOnMine')]).toEqual([false, true])
  }
})

test('a link that we have not signed ends nothing: another member, another kind, another signature, half of it', async () => {
  const [one, other] = [await makeMember(), await makeMember()]
  const [, , mac = ''] = unsubscribeToken(one.id, ['answerToMine']).split('.')
  const forged = [
    `${other.id}.answerToMine.${mac}`,
    `${one.id}.commentOnMine.${mac}`,
    `${one.id}.answerToMine-commentOnMine.${mac}`,
    `${one.id}.answerToMine.${mac.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    `${one.id}.answerToMine.${mac.slice(0, -1)}`,
    `${one.id}.answerToMine.${mac}.x`,
    `${one.id}.answerToMine`,
    '',
  ]
  for (const token of forged) expect((await oneClick(token)).status, token).toBe(404)
  expect(await db().notificationChoice.count({ where: { memberId: { in: [one.id, other.id] } } })).toBe(0)
})

test('whoever is signed in as somebody else ends the letters of the link, not their own', async () => {
  const [one, other] = [await makeMember(), await makeMember()]
  await oneClick(unsubscribeToken(one.id, ['answerToMine']), { cookie: other.cookie })
  expect((await wantedBy(one.id, 'mail')).has('answerToMine')).toBe(false)
  expect((await wantedBy(other.id, 'mail')).has('answerToMine')).toBe(true)
})

test('looking ends nothing: a program that opens the address is led to the page that asks', async () => {
  const { id } = await makeMember()
  const token = unsubscribeToken(id, ['answerToMine'])
  const answer = GET(new Request(new URL(oneClickPath('nl', token), env().publicUrl)))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/nl/unsubscribe?token=${encodeURIComponent(token)}`)
  expect((await wantedBy(id, 'mail')).has('answerToMine')).toBe(true)
})

test('a signed link says what was signed', () => {
  const id = '0198f3c0-0000-7000-8000-000000000002'
  expect(readToken(unsubscribeToken(id, ['commentOnMine', 'answerToMine']))).toEqual({
    memberId: id,
    kinds: ['answerToMine', 'commentOnMine'],
  })
})
