import { expect, test } from 'vitest'
import { POST } from '@/app/api/v1/administrators/route'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { claimDoor } from '../doors'
import { makeMember } from '../testing/factories'
import { jsonRequest } from '../testing/requests'
import { inviteAdministrator, isClaimable } from './claim'

test('the printed link makes the first administrator, once, and only its newest printing counts', async () => {
  const old = await inviteAdministrator()
  const token = await inviteAdministrator()
  const [first, second] = [await makeMember(), await makeMember()]
  const claim = (cookie: string, value = token) => POST(jsonRequest(claimDoor, { token: value }, { cookie }))

  expect((await claim(first.cookie, old)).status).toBe(404)
  const answers = await Promise.all([claim(first.cookie), claim(second.cookie)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  expect(await db().member.count({ where: { role: 'administrator' } })).toBe(1)
  expect(await db().event.count({ where: { kind: 'administratorClaimed' } })).toBe(1)
})

test('once there is an administrator, no link is printed any more', async () => {
  await makeMember({ role: 'administrator' })
  expect(await inviteAdministrator()).toBeUndefined()
})

test('a link is worth nothing after 24 hours', async () => {
  await db().member.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } })
  const token = await inviteAdministrator()
  expect(await isClaimable(token ?? '', clock())).toBe(true)
  holdClock(new Date(clock().getTime() + 24 * 3_600_000 + 1))
  const member = await makeMember()
  await db().session.updateMany({ data: { expiresAt: new Date(clock().getTime() + 3_600_000) } })
  expect((await POST(jsonRequest(claimDoor, { token }, { cookie: member.cookie }))).status).toBe(404)
  holdClock(undefined)
})
