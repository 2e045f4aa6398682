import { expect, test } from 'vitest'
import { POST as proveDoorway } from '@/app/api/v1/authenticator-apps/confirmations/route'
import { POST as removeAppDoorway } from '@/app/api/v1/authenticator-apps/removals/route'
import { POST as beginDoorway } from '@/app/api/v1/authenticator-apps/route'
import { POST as removePasskeyDoorway } from '@/app/api/v1/passkeys/removals/route'
import { POST as receiptsDoorway } from '@/app/api/v1/recovery-codes/receipts/route'
import { POST as codesDoorway } from '@/app/api/v1/recovery-codes/route'
import { viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { withClient } from '../database/client'
import { sweep } from '../database/sweep'
import { db } from '../db'
import { examine } from '../doctor/checks'
import {
  appProofsDoor,
  appRemovalsDoor,
  appsDoor,
  passkeyRemovalsDoor,
  recoveryCodesDoor,
  recoverySheetsDoor,
} from '../doors'
import { giveAddress, givePasskey, makeMember } from '../testing/factories'
import { codeOf, codesFor, post, roleOf, setUpApp, tokenOf, toldOf } from '../testing/second-factor'
import { newAccount } from '../testing/sign-in'
import { write } from '../write'
import { reset } from './reset'
import { APP_SET_UP_MINUTES, RECOVERY_SHEET_MINUTES } from './schema'

const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * 60_000)

test('an app counts for nothing until its first right code; then it does, with ten recovery codes and a letter', async () => {
  const { email, session } = await newAccount()
  const { id } = await viewerOf(tokenOf(session))
  const memberId = id ?? ''
  const begun = [await post(beginDoorway, appsDoor, {}, session), await post(beginDoorway, appsDoor, {}, session)]
  expect(new Set(begun.map((answer) => answer.headers.get('location')))).toEqual(new Set(['/en/me/second-step/app']))
  expect(await db().authenticatorApp.count({ where: { memberId } })).toBe(1)
  expect(await db().member.count({ where: { id: memberId, hasSecondFactor: true } })).toBe(0)

  const right = await codeOf(memberId, 0, false)
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0')
  expect((await post(proveDoorway, appProofsDoor, { code: wrong }, session)).status).toBe(422)
  const answers = [await post(proveDoorway, appProofsDoor, { code: right }, session)]
  answers.push(await post(proveDoorway, appProofsDoor, { code: right }, session)) // a second tap
  expect(answers.map((one) => [one.status, one.headers.get('location')])).toEqual(
    Array(2).fill([201, '/en/me/second-step#codes']),
  )
  expect(await codesFor(memberId, session)).toHaveLength(10)
  expect(await roleOf(session)).toBe('member')
  expect(await toldOf(email)).toEqual(['appAdded'])
})

test('neither the secret nor a recovery code lies readable in the database', async () => {
  const { session } = await newAccount()
  const id = await setUpApp(session)
  const all = JSON.stringify(
    [await db().authenticatorApp.findMany(), await db().recoveryCode.findMany(), await db().recoverySheet.findMany()],
    (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  )
  for (const code of await codesFor(id, session)) expect(all).not.toContain(code)
  const { session: other } = await newAccount()
  expect(await codesFor(id, other)).toEqual([]) // another browser's cookie does not open them
})

test('new codes end the old ones; they can be read for minutes, or until they are put away', async () => {
  const { session, email } = await newAccount()
  const id = await setUpApp(session)
  const [old = ''] = await codesFor(id, session)
  expect((await post(codesDoorway, recoveryCodesDoor, {}, session)).status).toBe(201)
  const codes = await codesFor(id, session)
  expect([codes.includes(old), await db().recoveryCode.count({ where: { memberId: id } })]).toEqual([false, 10])
  expect(await toldOf(email)).toEqual(['appAdded', 'codesMade'])

  await post(receiptsDoorway, recoverySheetsDoor, {}, session)
  expect(await db().recoverySheet.count({ where: { memberId: id } })).toBe(0)
  await post(codesDoorway, recoveryCodesDoor, {}, session)
  await sweep({
    addressLifeDays: 1,
    notificationLifeDays: 1,
    givenUpDays: 1,
    digestDays: 1,
    now: inMinutes(RECOVERY_SHEET_MINUTES),
  })
  expect(await db().recoverySheet.count({ where: { memberId: id } })).toBe(0)
})

test('an app that is not proven in time is gone, and one that is moved takes the place of the old', async () => {
  const { session } = await newAccount()
  const id = await setUpApp(session)
  const { id: old } = await db().authenticatorApp.findFirstOrThrow({ where: { memberId: id } })
  await post(beginDoorway, appsDoor, {}, session)
  const late = await codeOf(id, 0, false)
  await sweep({
    addressLifeDays: 1,
    notificationLifeDays: 1,
    givenUpDays: 1,
    digestDays: 1,
    now: inMinutes(APP_SET_UP_MINUTES),
  })
  await db().authenticatorApp.updateMany({ data: { provenAt: new Date(0) } }) // not a second tap
  expect((await post(proveDoorway, appProofsDoor, { code: late }, session)).status).toBe(410)
  expect(await db().authenticatorApp.count({ where: { memberId: id } })).toBe(1)

  await post(beginDoorway, appsDoor, {}, session)
  await post(proveDoorway, appProofsDoor, { code: await codeOf(id, 0, false) }, session)
  const [now, ...more] = await db().authenticatorApp.findMany({ where: { memberId: id } })
  expect([now?.id === old, more.length]).toEqual([false, 0])
})

test('every change needs a proof of the last minutes', async () => {
  const { session } = await newAccount()
  const id = await setUpApp(session)
  const passkey = await givePasskey(id)
  holdClock(inMinutes(16))
  const answers = [
    await post(beginDoorway, appsDoor, {}, session),
    await post(proveDoorway, appProofsDoor, { code: '000000' }, session),
    await post(removeAppDoorway, appRemovalsDoor, {}, session),
    await post(removePasskeyDoorway, passkeyRemovalsDoor, { passkey }, session),
    await post(codesDoorway, recoveryCodesDoor, {}, session),
  ]
  holdClock(undefined)
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(401))
  expect([
    await db().authenticatorApp.count({ where: { memberId: id } }),
    await db().passkey.count({ where: { memberId: id } }),
  ]).toEqual([1, 1])
})

test('the last factor takes everything of the second step with it, and is told by letter', async () => {
  const { session, email } = await newAccount()
  const id = await setUpApp(session)
  const off = () => post(removeAppDoorway, appRemovalsDoor, {}, session)
  expect([(await off()).status, (await off()).status]).toEqual([201, 201])
  expect(await roleOf(session)).toBe('member')
  expect(await db().recoveryCode.count({ where: { memberId: id } })).toBe(0)
  expect(await db().member.count({ where: { id, hasSecondFactor: false } })).toBe(1)
  expect(await toldOf(email)).toEqual(['appAdded', 'appRemoved'])
})

test('whoever moderates keeps one factor, also when both are removed at once; somebody else’s does not exist', async () => {
  const { id, cookie } = await makeMember({ role: 'moderator', factor: 'none' })
  await giveAddress(id)
  await setUpApp(cookie)
  const passkey = await givePasskey(id)
  const stranger = await makeMember()
  const remove = (who: string) => post(removePasskeyDoorway, passkeyRemovalsDoor, { passkey }, who)
  expect((await remove(stranger.cookie)).status).toBe(404)

  const both = await Promise.all([remove(cookie), post(removeAppDoorway, appRemovalsDoor, {}, cookie)])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await roleOf(cookie)).toBe('moderator')
})

test('the last way in is never removed', async () => {
  const { id, cookie } = await makeMember()
  const passkey = await givePasskey(id)
  const remove = () => post(removePasskeyDoorway, passkeyRemovalsDoor, { passkey }, cookie)
  expect((await remove()).status).toBe(409)
  await giveAddress(id)
  expect((await remove()).status).toBe(201)
})

test('the host’s command takes everything away, ends every session, tells the member and leaves a record', async () => {
  const { session, email, handle } = await newAccount()
  const id = await setUpApp(session)
  await givePasskey(id)
  const { handle: exact } = await db().member.findUniqueOrThrow({ where: { id }, select: { handle: true } })
  expect(exact).toBe(handle)

  expect(await write((tx) => reset(tx, 'nobody-of-this-name', clock()))).toBe(undefined)
  expect(await write((tx) => reset(tx, handle, clock()))).toEqual({ passkeys: 1, apps: 1, codes: 10, sessions: 1 })
  expect(await roleOf(session)).toBe('guest')
  expect((await toldOf(email)).at(-1)).toBe('reset')
  const events = await db().event.findMany({
    where: { kind: 'secondFactorReset' },
    select: { actorId: true, codes: true },
  })
  expect(events).toEqual([{ actorId: null, codes: { member: id } }])
})

test('after all of this the doctor finds nothing', async () => {
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    const found = (await examine(client)).filter(({ drift }) => drift).map(({ what, drift }) => [what, drift?.rows])
    expect(found.filter(([what]) => String(what).includes('second factor'))).toEqual([])
  })
})
