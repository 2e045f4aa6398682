import { expect, test } from 'vitest'
import { POST as join } from '@/app/api/v1/members/route'
import { POST as signOut } from '@/app/api/v1/sign-out/route'
import { viewerOf } from '../accounts/viewer'
import { membersDoor, signOutDoor } from '../doors'
import { jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, newAccount, someAddressOf } from '../testing/sign-in'

test('a handle that looks like another’s is refused, in whatever spelling', async () => {
  const { handle } = await newAccount()
  const look = handle.replace('0', 'O').replace('1', 'l').toUpperCase()
  const asked = await askToSignIn(someAddressOf())
  await confirmWith({ code: asked.code }, asked.browser)
  const answer = await join(jsonRequest(membersDoor, { handle: look }, { cookie: asked.browser }))

  expect([answer.status, (await answer.json()).refusal.fields.handle.code]).toEqual([409, 'lookAlike'])
})

test('ten who want one handle at once: one gets it', async () => {
  const asked = await Promise.all(Array.from({ length: 10 }, () => askToSignIn(someAddressOf())))
  await Promise.all(asked.map(({ code, browser }) => confirmWith({ code }, browser)))
  const answers = await Promise.all(
    asked.map(({ browser }) => join(jsonRequest(membersDoor, { handle: 'wanted' }, { cookie: browser }))),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)])
})

test('an address that was not proven gets no account', async () => {
  const { browser } = await askToSignIn(someAddressOf())
  expect((await join(jsonRequest(membersDoor, { handle: 'unproven' }, { cookie: browser }))).status).toBe(410)
})

test('signing out ends the session here and in the database', async () => {
  const { session } = await newAccount()
  const answer = await signOut(jsonRequest(signOutDoor, {}, { cookie: session }))

  expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('Max-Age=0'))).toBe(true)
  expect((await viewerOf(session.split('=')[1])).role).toBe('guest')
})
