import { expect, test } from 'vitest'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { newId } from '../ids'
import { tokenHash } from '../secrets'
import { makeMember } from '../testing/factories'
import { guest, viewerOf } from './viewer'

test('a session shows its member and nothing that identifies a person', async () => {
  const { token, id, handle } = await makeMember({ role: 'moderator' })

  const session = { id: expect.any(String), startedAt: expect.any(Date), secondFactorAt: expect.any(Date) }
  const standing = { isSuspended: false, isLeaving: false, level: 'member' }
  expect(await viewerOf(token)).toEqual({ id, handle, role: 'moderator', ...standing, session })
})

test('no token, an unknown one, an old one and the hash itself are a guest', async () => {
  const { token } = await makeMember()
  expect(await viewerOf(undefined)).toEqual(guest)
  expect(await viewerOf('unknown')).toEqual(guest)
  expect(await viewerOf(tokenHash(token))).toEqual(guest)
  holdClock(new Date(clock().getTime() + 2 * 3_600_000))
  expect(await viewerOf(token)).toEqual(guest)
  holdClock(undefined)
})

test('a suspension counts while it is in force, and only then', async () => {
  const { token, id } = await makeMember()
  const suspend = (dates: { endsAt?: Date; liftedAt?: Date }) =>
    db().suspension.create({
      data: { id: newId(), memberId: id, reason: 'synthetic', startedAt: new Date(0), ...dates },
    })
  await suspend({ liftedAt: new Date(1) })
  expect((await viewerOf(token)).isSuspended).toBe(false)
  await suspend({ endsAt: new Date(Date.now() + 60_000) })
  expect((await viewerOf(token)).isSuspended).toBe(true)
})

test('one member has one suspension in force', async () => {
  const { id } = await makeMember({ isSuspended: true })
  const second = db().suspension.create({
    data: { id: newId(), memberId: id, reason: 'synthetic', startedAt: new Date() },
  })

  await expect(second).rejects.toThrow(/Unique constraint/)
})
