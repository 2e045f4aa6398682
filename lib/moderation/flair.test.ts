import { expect, test, vi } from 'vitest'
import { POST as grantDoorway } from '@/app/api/v1/flairs/route'
import { POST as withdrawDoorway } from '@/app/api/v1/flairs/withdrawals/route'
import { CURATORS, seedCurators } from '../accounts/curators'
import { db } from '../db'
import { flairsDoor, flairWithdrawalsDoor } from '../doors'
import { publicProfile } from '../profiles/queries'
import { questionPage } from '../questions/queries'
import { makeMember, makeQuestion, makeSubjects, type TestMember } from '../testing/factories'
import { jsonRequest } from '../testing/requests'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const grant = async (by: TestMember, body: object) => {
  const answer = await grantDoorway(jsonRequest(flairsDoor, { reason: 'synthetic', ...body }, { cookie: by.cookie }))
  return { status: answer.status, body: await answer.json() }
}
const withdraw = async (by: TestMember, flair: string) =>
  (await withdrawDoorway(jsonRequest(flairWithdrawalsDoor, { flair, reason: 'synthetic' }, { cookie: by.cookie })))
    .status
const shown = async ({ id }: TestMember) => {
  const profile = await publicProfile(id, 'en')
  return profile?.isSuspended === false ? profile.flairs : undefined
}

test('an administrator vouches for staff and curators; it stands on the profile and beside what they wrote until it is withdrawn', async () => {
  const [administrator, member] = [await makeMember({ role: 'administrator' }), await makeMember()]
  const { operator } = await makeSubjects()
  const question = await makeQuestion(member.id)
  const staff = { member: member.handle, kind: 'operatorStaff', operator }
  expect((await grant(administrator, staff)).status).toBe(201)
  expect((await grant(administrator, { member: member.handle, kind: 'curator' })).status).toBe(201)
  const said = [
    { kind: 'operatorStaff', operator },
    { kind: 'curator', operator: undefined },
  ]
  expect(await shown(member)).toEqual(said)
  expect((await questionPage(question))?.flairs).toEqual(said)

  const { id } = await db().flair.findFirstOrThrow({ where: { memberId: member.id, kind: 'operatorStaff' } })
  expect(await withdraw(administrator, id)).toBe(201)
  expect(await shown(member)).toEqual([{ kind: 'curator', operator: undefined }])
  const events = await db().event.findMany({ where: { aboutId: member.id }, orderBy: { at: 'asc' } })
  expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ['flairGranted', administrator.id],
    ['flairGranted', administrator.id],
    ['flairWithdrawn', administrator.id],
  ])
})

test('nobody but an administrator may, a moderator and a suspended administrator neither, and nothing is stored', async () => {
  const member = await makeMember()
  const body = { member: member.handle, kind: 'curator' }
  for (const by of [
    await makeMember(),
    await makeMember({ role: 'moderator' }),
    await makeMember({ role: 'administrator', isSuspended: true }),
  ])
    expect((await grant(by, body)).status).toBe(404)
  expect(await db().flair.count({ where: { memberId: member.id } })).toBe(0)
  await grant(await makeMember({ role: 'administrator' }), body)
  const { id } = await db().flair.findFirstOrThrow({ where: { memberId: member.id } })
  expect(await withdraw(await makeMember({ role: 'moderator' }), id)).toBe(404)
  expect(await db().flair.count({ where: { memberId: member.id, withdrawnAt: null } })).toBe(1)
})

test('granted five times at once it is there once', async () => {
  const [administrator, member] = [await makeMember({ role: 'administrator' }), await makeMember()]
  const sent = Array.from({ length: 5 }, () => grant(administrator, { member: member.handle, kind: 'curator' }))
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(await db().flair.count({ where: { memberId: member.id } })).toBe(1)
})

test('staff are staff of an operator, and members are members', async () => {
  await seedCurators(db(), new Date())
  const [administrator, member] = [await makeMember({ role: 'administrator' }), await makeMember()]
  const refusal = async (body: object) => {
    const { fields } = (await grant(administrator, body)).body.refusal
    return Object.entries(fields).map(([name, field]) => [name, (field as { code: string }).code])
  }
  const staff = { member: member.handle, kind: 'operatorStaff' }
  expect(await refusal(staff)).toEqual([['operator', 'required']])
  expect(await refusal({ ...staff, operator: 'nobody' })).toEqual([['operator', 'notAChoice']])
  expect(await refusal({ member: 'nobody-at-all', kind: 'curator' })).toEqual([['member', 'notAMember']])
  expect(await refusal({ member: CURATORS.handle, kind: 'curator' })).toEqual([['member', 'notAMember']])
})
