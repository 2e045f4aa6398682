import { expect, test } from 'vitest'
import { POST as endEverywhere } from '@/app/api/v1/sessions/endings/all/route'
import { POST as endOthers } from '@/app/api/v1/sessions/endings/others/route'
import { POST as endOne } from '@/app/api/v1/sessions/endings/route'
import { FRESH_MINUTES, isFresh } from '../accounts/fresh'
import type { MemberViewer } from '../accounts/policy'
import { guest, viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { draftOf } from '../door/draft'
import { everySessionEndingsDoor, otherSessionEndingsDoor, sessionEndingsDoor } from '../doors'
import { newId } from '../ids'
import { makeMember, sessionOf } from '../testing/factories'
import { formRequest, jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, newAccount } from '../testing/sign-in'
import { mySessions } from './queries'

const SESSION = 'authjs.session-token'
const tokenOf = (cookie: string) => cookie.split('=')[1]
const isSignedIn = async (cookie: string) => (await viewerOf(tokenOf(cookie))).id !== null

/** A member who is signed in with three browsers, and whoever they are from the first. */
async function withThree() {
  const { email, session } = await newAccount()
  const cookies = [session]
  for (const _ of [1, 2]) {
    const { code, browser } = await askToSignIn(email)
    cookies.push(cookieNamed(await confirmWith({ code }, browser), SESSION))
  }
  const viewers = await Promise.all(cookies.map((cookie) => viewerOf(tokenOf(cookie))))
  return {
    email,
    cookies: cookies as [string, string, string],
    viewers: viewers as [MemberViewer, MemberViewer, MemberViewer],
  }
}

test('my sessions are mine alone, the last used first, the current one marked, without what would open one', async () => {
  const { viewers } = await withThree()
  await makeMember()
  const list = await mySessions(viewers[1])

  expect(list.map(({ id }) => id)).toEqual(viewers.map(({ session }) => session?.id).reverse())
  expect(list.map(({ isCurrent }) => isCurrent)).toEqual([false, true, false])
  expect(Object.keys(list[0] ?? {}).sort()).toEqual([
    'browser',
    'id',
    'isCurrent',
    'lastUsedAt',
    'owes',
    'startedAt',
    'system',
  ])
})

test('a session that is ended is a guest at its next request, and the others stay', async () => {
  const { cookies, viewers } = await withThree()
  const sent = { locale: 'fr', session: viewers[1].session?.id ?? '', key: newId() }
  const end = () => endOne(formRequest(sessionEndingsDoor, sent, { cookie: cookies[0] }))
  const answers = [await end(), await end()]

  expect(answers.map((one) => [one.status, one.headers.get('location')])).toEqual([
    [303, '/fr/me/sessions#ended'],
    [303, '/fr/me/sessions#ended'],
  ])
  expect(await Promise.all(cookies.map(isSignedIn))).toEqual([true, false, true])
  const codes = await db().event.findMany({
    where: { kind: 'sessionsEnded', actorId: viewers[0].id },
    select: { codes: true },
  })
  expect(codes).toEqual([{ codes: { count: 1 } }])
})

test('nobody ends a session of somebody else: it does not exist', async () => {
  const [victim, stranger] = [await makeMember(), await makeMember()]
  const session = await sessionOf(victim.id)
  const answer = await endOne(jsonRequest(sessionEndingsDoor, { session }, { cookie: stranger.cookie }))
  expect([answer.status, await isSignedIn(victim.cookie)]).toEqual([404, true])
})

test('all others end, this one stays, and a sign-in that was just proven opens no other one', async () => {
  const { email, cookies } = await withThree()
  const intruder = await askToSignIn(email)
  const opened = cookieNamed(await confirmWith({ code: intruder.code }, intruder.browser), SESSION)
  expect((await endOthers(jsonRequest(otherSessionEndingsDoor, {}, { cookie: cookies[0] }))).status).toBe(201)

  expect(await Promise.all([...cookies, opened].map(isSignedIn))).toEqual([true, false, false, false])
  expect((await confirmWith({ code: intruder.code }, intruder.browser)).status).toBe(410)
})

test('signing out everywhere ends this one too and takes its cookies away', async () => {
  const { cookies } = await withThree()
  const answer = await endEverywhere(jsonRequest(everySessionEndingsDoor, {}, { cookie: cookies[0] }))
  expect([answer.status, answer.headers.get('location')]).toEqual([201, '/en/sign-in#signed-out'])
  expect(cookieNamed(answer, SESSION)).toBe(`${SESSION}=`)
  expect(await Promise.all(cookies.map(isSignedIn))).toEqual([false, false, false])
})

test('signing out everywhere needs a proof of the last minutes: else the form is kept, and signing in again leads back to it', async () => {
  const { email, cookies } = await withThree()
  holdClock(new Date(clock().getTime() + FRESH_MINUTES * 60_000))
  const press = (cookie: string) => endEverywhere(formRequest(everySessionEndingsDoor, { locale: 'nl' }, { cookie }))
  const refused = await press(cookies[0])
  const way = new URL(refused.headers.get('location') ?? '', 'http://portal.test:3000')

  expect([way.pathname, way.searchParams.get('again')]).toEqual(['/nl/sign-in', '1'])
  expect(way.searchParams.get('next')).toBe('/nl/me/sessions#proven')
  const viewer = await viewerOf(tokenOf(cookies[0]))
  expect((await draftOf('endEverySession', viewer, undefined, clock()))?.code).toBe('proveAgain')
  expect((await endEverywhere(jsonRequest(everySessionEndingsDoor, {}, { cookie: cookies[0] }))).status).toBe(401)
  expect(await Promise.all(cookies.map(isSignedIn))).toEqual([true, true, true])

  const { code, browser } = await askToSignIn(email)
  const proven = cookieNamed(await confirmWith({ code }, `${browser}; ${cookies[0]}`), SESSION)
  expect(await isSignedIn(cookies[0])).toBe(false) // its place is taken by the new one
  expect((await press(proven)).headers.get('location')).toBe('/nl/sign-in#signed-out')
  expect(await Promise.all([proven, ...cookies].map(isSignedIn))).toEqual([false, false, false, false])
  holdClock(undefined)
})

test('a proof is fresh for so many minutes and no longer, and a viewer without a session never', async () => {
  const { token } = await makeMember()
  const viewer = await viewerOf(token)
  const at = (ms: number) => new Date((viewer.session?.startedAt.getTime() ?? 0) + ms)
  const life = FRESH_MINUTES * 60_000
  expect([isFresh(viewer, at(life - 1)), isFresh(viewer, at(life)), isFresh(guest, at(0))]).toEqual([
    true,
    false,
    false,
  ])
  expect(isFresh({ ...viewer, session: undefined } as typeof viewer, at(0))).toBe(false)
})

test('a suspended member ends sessions like everybody else', async () => {
  const suspended = await makeMember({ isSuspended: true })
  const answer = await endOthers(jsonRequest(otherSessionEndingsDoor, {}, { cookie: suspended.cookie }))
  expect([answer.status, await isSignedIn(suspended.cookie)]).toEqual([201, true])
})
