import { expect, test } from 'vitest'
import { POST as joinDoorway } from '@/app/api/v1/members/route'
import { DAY_MS, EXCLUSION_DAYS_MAX, HANDLE_RESERVED_DAYS } from '../accounts/data-terms'
import { viewerOf } from '../accounts/viewer'
import { holdClock } from '../clock'
import { sweep } from '../database/sweep'
import { db } from '../db'
import { membersDoor } from '../doors'
import { newId } from '../ids'
import { afterGrace, leaves } from '../testing/leaving'
import { jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, newAccount, someAddressOf } from '../testing/sign-in'

const days = (count: number) => new Date(afterGrace().getTime() + count * DAY_MS)
const swept = (now: Date) =>
  sweep({ addressLifeDays: 9999, notificationLifeDays: 9999, givenUpDays: 9999, digestDays: 9999, now })

/** Proves an address, and asks for this handle. */
async function joins(handle: string, email = someAddressOf()) {
  const { code, browser } = await askToSignIn(email)
  await confirmWith({ code }, browser)
  const answer = await joinDoorway(jsonRequest(membersDoor, { handle }, { cookie: browser }))
  return [answer.status, ((await answer.json()) as { refusal?: { code: string } }).refusal?.code]
}

/** Somebody who has left; suspended before, until `endsAt`, or without an end. */
async function left(suspension?: { endsAt: Date | null }) {
  const account = await newAccount()
  const { id } = await viewerOf(account.session.split('=')[1])
  if (suspension)
    await db().suspension.create({
      data: { id: newId(), memberId: id ?? '', reason: 'synthetic', startedAt: new Date(0), ...suspension },
    })
  await leaves({ handle: account.handle, cookie: account.session })
  return account
}

test('the handle of somebody who left is nobody’s for a year, nor one that looks like it; only a keyed hash remembers it', async () => {
  const { handle } = await left()
  expect(await joins(handle)).toEqual([409, 'handleTaken'])
  expect(await joins(handle.toUpperCase())).toEqual([409, 'handleTaken'])
  expect(JSON.stringify(await db().reservedHandle.findMany())).not.toContain(handle)

  await swept(days(HANDLE_RESERVED_DAYS - 1))
  expect(await joins(handle)).toEqual([409, 'handleTaken'])
  await swept(days(HANDLE_RESERVED_DAYS + 1))
  expect(await joins(handle)).toEqual([201, undefined])
})

test('the same address joins anew at once: nothing is known of it', async () => {
  const { email } = await left()
  expect(await joins(`t-${newId().slice(-12)}`, email)).toEqual([201, undefined])
})

test('leaving lifts no suspension: its address makes no account until the suspension would have ended', async () => {
  const { email } = await left({ endsAt: days(40) })
  const again = () => joins(`t-${newId().slice(-12)}`, email)
  expect(await again()).toEqual([403, 'excluded'])
  expect(JSON.stringify(await db().exclusion.findMany())).not.toContain(email)

  await swept(days(39))
  expect(await again()).toEqual([403, 'excluded'])
  await swept(days(41))
  expect(await again()).toEqual([201, undefined])
})

test('a suspension without an end is remembered for a bounded time', async () => {
  await db().exclusion.deleteMany()
  await left({ endsAt: null })
  const [{ expiresAt } = { expiresAt: new Date(0) }] = await db().exclusion.findMany()
  expect(Math.round((expiresAt.getTime() - afterGrace().getTime()) / DAY_MS)).toBe(EXCLUSION_DAYS_MAX)
  holdClock(undefined)
})

test('a suspension that is over excludes nobody', async () => {
  const { email } = await left({ endsAt: new Date() })
  expect(await joins(`t-${newId().slice(-12)}`, email)).toEqual([201, undefined])
})
