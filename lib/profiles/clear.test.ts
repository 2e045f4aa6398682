import { expect, test, vi } from 'vitest'
import { POST as avatarDoorway } from '@/app/api/v1/avatars/route'
import { POST as clearDoorway } from '@/app/api/v1/profiles/clearances/route'
import { POST as saveDoorway } from '@/app/api/v1/profiles/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { avatarsDoor, clearancesDoor, profilesDoor } from '../doors'
import { makeMember, type TestMember, withProfile } from '../testing/factories'
import { makePicture } from '../testing/pictures'
import { jsonRequest } from '../testing/requests'
import { myClearing } from './mine'
import { publicProfile } from './queries'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const clear = async (by: TestMember, body: object) =>
  (await clearDoorway(jsonRequest(clearancesDoor, { reason: 'rude', ...body }, { cookie: by.cookie }))).status
const said = async ({ id }: TestMember) => {
  const profile = await publicProfile(id, 'en')
  return profile?.isSuspended === false ? [profile.name !== undefined, profile.about !== ''] : undefined
}

test('a moderator empties an introduction, a name, or both; the rest stays, the member reads why until they write anew', async () => {
  const [moderator, member] = [await makeMember({ role: 'moderator' }), await makeMember()]
  const handle = await withProfile(member.id)
  expect(await clear(moderator, { member: handle, about: 'yes' })).toBe(201)
  expect(await said(member)).toEqual([true, false])
  expect(await clear(moderator, { member: handle, name: 'yes', about: 'yes', reason: 'scam' })).toBe(201)
  expect(await said(member)).toEqual([false, false])
  expect(await db().profile.findUnique({ where: { memberId: member.id } })).toMatchObject({ languages: ['zh'] })
  const viewer = await viewerOf(member.token)
  expect(await myClearing(viewer)).toEqual({ reason: 'scam', what: ['name'] })
  expect(await db().event.count({ where: { kind: 'profileCleared', aboutId: member.id, actorId: moderator.id } })).toBe(
    2,
  )
  await saveDoorway(jsonRequest(profilesDoor, { body: 'kinder words' }, { cookie: member.cookie }))
  expect([await said(member), await myClearing(viewer)]).toEqual([[false, true], undefined])
})

test('a picture is emptied too', async () => {
  const [moderator, member] = [await makeMember({ role: 'moderator' }), await makeMember()]
  const picture = (await makePicture('png')).toString('base64')
  await avatarDoorway(jsonRequest(avatarsDoor, { picture }, { cookie: member.cookie }))
  expect(await clear(moderator, { member: member.handle, picture: 'yes' })).toBe(201)
  expect(await db().avatar.count({ where: { memberId: member.id } })).toBe(0)
  expect(await myClearing(await viewerOf(member.token))).toEqual({ reason: 'rude', what: ['picture'] })
})

test('nobody else may, and nothing changes; what is empty, or nobody’s, is refused', async () => {
  const [member, moderator] = [await makeMember(), await makeMember({ role: 'moderator' })]
  const handle = await withProfile(member.id)
  const everything = { member: handle, name: 'yes', about: 'yes' }
  for (const by of [await makeMember(), member, await makeMember({ role: 'moderator', isSuspended: true })])
    expect(await clear(by, everything)).toBe(404)
  expect(await said(member)).toEqual([true, true])
  expect(await clear(moderator, { member: handle })).toBe(422)
  expect(await clear(moderator, { ...everything, reason: 'nothing' })).toBe(422)
  expect(await clear(moderator, { ...everything, member: 'nobody-at-all' })).toBe(404)
  expect([await clear(moderator, everything), await clear(moderator, everything)]).toEqual([201, 409])
})
