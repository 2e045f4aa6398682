import { expect, test } from 'vitest'
import { POST as join } from '@/app/api/v1/members/route'
import { POST as signOut } from '@/app/api/v1/sign-out/route'
import { clock, holdClock } from '../clock'
import { membersDoor, signOutDoor } from '../doors'
import { jsonRequest, someAddress } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, lettersTo, newAccount, someAddressOf } from '../testing/sign-in'

const SESSION = 'authjs.session-token'

test('what one browser gets, no other gets: not in the same network, for the same address, at the same moment', async () => {
  const { email } = await newAccount()
  const address = someAddress()
  const [victim, stranger] = await Promise.all([askToSignIn(email, { address }), askToSignIn(email, { address })])
  expect(stranger.browser).toMatch(/^sign-in=.{43}$/)
  expect(stranger.browser).not.toBe(victim.browser)
  const letters = await lettersTo(email)
  const statuses = []
  for (const { code } of letters) statuses.push((await confirmWith({ code }, victim.browser)).status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(1)
  expect((await join(jsonRequest(membersDoor, { handle: 'stranger' }, { cookie: stranger.browser }))).status).toBe(410)
})

test('a second tap on the button writes no second letter, and asking again a minute later does', async () => {
  const email = someAddressOf()
  const { browser } = await askToSignIn(email)
  await askToSignIn(email, { cookie: browser })
  expect(await lettersTo(email)).toHaveLength(1)
  holdClock(new Date(clock().getTime() + 61_000))
  await askToSignIn(email, { cookie: browser })
  holdClock(undefined)
  expect(await lettersTo(email)).toHaveLength(2)
})

test('a cookie that was left behind opens nothing: not after signing out, and not a minute later', async () => {
  const { email } = await newAccount()
  const { code, browser } = await askToSignIn(email)
  const session = cookieNamed(await confirmWith({ code }, browser), SESSION)
  expect((await join(jsonRequest(membersDoor, { handle: 'leftover' }, { cookie: browser }))).status).toBe(410)
  await signOut(jsonRequest(signOutDoor, {}, { cookie: `${session}; ${browser}` }))
  expect((await confirmWith({ code }, browser)).status).toBe(410)

  const fresh = await askToSignIn(someAddressOf())
  await confirmWith({ code: fresh.code }, fresh.browser)
  const joinAgain = () => join(jsonRequest(membersDoor, { handle: 'once-only' }, { cookie: fresh.browser }))
  expect([(await joinAgain()).status, (await joinAgain()).status]).toEqual([201, 201])
  holdClock(new Date(clock().getTime() + 61_000))
  expect((await joinAgain()).status).toBe(410)
  holdClock(undefined)
})
