import { expect, test } from 'vitest'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { newId } from '../ids'
import { makeMember, sessionOf } from '../testing/factories'
import { newAccount } from '../testing/sign-in'
import { USE_KNOWN_TO_MS, writeUses } from './last-use'
import { guest, viewerOf } from './viewer'

const suspend = (memberId: string, more: { liftedAt?: Date } = {}) =>
  db().suspension.create({ data: { id: newId(), memberId, reason: 'synthetic', startedAt: clock(), ...more } })
const lastUse = async (memberId: string) =>
  (await db().session.findFirstOrThrow({ where: { memberId }, select: { lastUsedAt: true } })).lastUsedAt

test('a suspension ends every session at the next request; signing in again lets the member read, and no more', async () => {
  const { token, id } = await makeMember()
  const another = await makeMember()
  holdClock(new Date(clock().getTime() + 1_000))
  await suspend(id)
  expect(await viewerOf(token)).toEqual(guest)
  expect((await viewerOf(another.token)).id).toBe(another.id)

  await db().session.updateMany({ where: { memberId: id }, data: { startedAt: clock() } }) // signed in again
  expect(await viewerOf(token)).toMatchObject({ id, isSuspended: true })
  holdClock(undefined)
})

test('a session that a suspension has ended does not come back when it is lifted', async () => {
  const { token, id } = await makeMember()
  holdClock(new Date(clock().getTime() + 1_000))
  await suspend(id, { liftedAt: clock() })
  expect(await viewerOf(token)).toEqual(guest)
  holdClock(undefined)
})

test('a suspended member can sign in', async () => {
  const { email, session, askAgain } = await withSignIn()
  const { id } = await viewerOf(session)
  await suspend(id ?? '')
  expect(await viewerOf(await askAgain(email))).toMatchObject({ id, isSuspended: true })
})

test('the last use is written at most once an hour, and no reader waits for it', async () => {
  const { token, id } = await makeMember()
  await db().session.updateMany({ where: { memberId: id }, data: { expiresAt: new Date(clock().getTime() + 9e7) } })
  const first = await lastUse(id)
  const after = async (ms: number) => {
    holdClock(new Date(first.getTime() + ms))
    await viewerOf(token)
    const seenByTheReader = await lastUse(id)
    await writeUses()
    return { seenByTheReader, written: await lastUse(id) }
  }

  expect((await after(USE_KNOWN_TO_MS - 1)).written).toEqual(first)
  const { seenByTheReader, written } = await after(USE_KNOWN_TO_MS)
  expect(seenByTheReader).toEqual(first)
  expect(written).toEqual(new Date(first.getTime() + USE_KNOWN_TO_MS))
  expect((await after(USE_KNOWN_TO_MS * 2 - 1)).written).toEqual(written)
  holdClock(undefined)
})

test('a session that has ended is not brought back by a use that was noted before', async () => {
  const { token, id } = await makeMember()
  await db().session.updateMany({ where: { memberId: id }, data: { lastUsedAt: new Date(0) } })
  await viewerOf(token)
  await db().session.delete({ where: { id: await sessionOf(id) } })
  await writeUses()
  expect(await db().session.count({ where: { memberId: id } })).toBe(0)
})

async function withSignIn() {
  const { askToSignIn, confirmWith, cookieNamed } = await import('../testing/sign-in')
  const { email, session } = await newAccount()
  const askAgain = async (address: string) => {
    const { code, browser } = await askToSignIn(address)
    return cookieNamed(await confirmWith({ code }, browser), 'authjs.session-token').split('=')[1]
  }
  return { email, session: session.split('=')[1], askAgain }
}
