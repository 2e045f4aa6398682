import { expect, test } from 'vitest'
import { POST as claimDoorway } from '@/app/api/v1/administrators/route'
import { POST as removals } from '@/app/api/v1/removals/route'
import { isAdministrator, isModerator } from '../accounts/policy'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { claimDoor, removalsDoor } from '../doors'
import { inviteAdministrator } from '../sign-in/claim'
import { makeMember, makeQuestion } from '../testing/factories'
import { codeOf, firstStep, post, roleOf, second, sessionIn, setUpApp, tokenOf } from '../testing/second-factor'
import { newAccount } from '../testing/sign-in'

test('a moderator without a second factor is a plain member, marked so that they can be led to one', async () => {
  for (const role of ['moderator', 'administrator'] as const) {
    const { token, id } = await makeMember({ role, factor: 'none' })
    const viewer = await viewerOf(token)
    expect([viewer.id, viewer.role, isModerator(viewer), isAdministrator(viewer)]).toEqual([id, 'member', false, false])
    expect(viewer).toMatchObject({ needsSecondFactor: true })
  }
  expect(await viewerOf((await makeMember()).token)).not.toHaveProperty('needsSecondFactor')
  expect(await viewerOf((await makeMember({ role: 'moderator' })).token)).not.toHaveProperty('needsSecondFactor')
})

test('the same session moderates from the moment in which the first factor is proven', async () => {
  const { cookie } = await makeMember({ role: 'moderator', factor: 'none' })
  const victim = await makeQuestion((await makeMember()).id)
  const hide = () => post(removals, removalsDoor, { post: victim, reason: 'spam' }, cookie)
  expect((await hide()).status).toBe(404)
  await setUpApp(cookie)
  expect([await roleOf(cookie), (await hide()).status]).toEqual(['moderator', 201])
})

test('a proof in the session is worth nothing without the factor', async () => {
  const { token, id } = await makeMember({ role: 'administrator' })
  await db().passkey.deleteMany({ where: { memberId: id } })
  await db().member.update({ where: { id }, data: { hasSecondFactor: false } })
  expect((await viewerOf(token)).role).toBe('member')
})

test('the first administrator is led to setting one up, administers nothing before, and is asked for it ever after', async () => {
  const { email, session } = await newAccount()
  await db().member.updateMany({ data: { role: 'member' } }) // of the tests above
  const token = await inviteAdministrator()
  const claimed = await post(claimDoorway, claimDoor, { token }, session)
  expect([claimed.status, claimed.headers.get('location')]).toEqual([201, '/en/me/second-step'])
  expect(await roleOf(session)).toBe('member')
  const id = await setUpApp(session)
  expect(await roleOf(session)).toBe('administrator')

  const { cookie } = await firstStep(email)
  expect(await roleOf(cookie)).toBe('guest')
  const proven = sessionIn(await second(cookie, await codeOf(id)))
  expect((await viewerOf(tokenOf(proven))).role).toBe('administrator')
})
