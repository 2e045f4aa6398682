import { beforeAll, expect, test } from 'vitest'
import { POST as passkeysDoorway } from '@/app/api/v1/passkeys/route'
import { POST as signInDoorway } from '@/app/api/v1/sign-in/passkeys/route'
import { isFresh } from '../accounts/fresh'
import { viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { passkeySignInDoor, passkeysDoor } from '../doors'
import { forgetEnv } from '../env'
import { newAuthenticator } from '../testing/authenticator'
import { makeMember } from '../testing/factories'
import {
  addPasskey,
  challengeFor,
  firstStep,
  post,
  roleOf,
  sessionIn,
  signInWith,
  tokenOf,
  toldOf,
} from '../testing/second-factor'
import { newAccount } from '../testing/sign-in'
import { relyingParty } from './relying-party'
import { CHALLENGE_MINUTES, PASSKEYS_MAX } from './schema'
import { userHandleOf } from './sign-in-with-passkey'

const origin = 'http://localhost:3000'
const fresh = (isCounting = true) => newAuthenticator({ origin, party: 'localhost', isCounting })
const lives = (url: string) => {
  process.env.PUBLIC_URL = url
  forgetEnv()
}

beforeAll(() => lives(origin))

async function withPasskey(isCounting = true) {
  const { email, session } = await newAccount()
  const authenticator = fresh(isCounting)
  const answer = await addPasskey(session, authenticator)
  const { id = '' } = await viewerOf(tokenOf(session))
  return { email, session, authenticator, answer, id: id ?? '' }
}

test('a passkey is added under the device it came from, and signs in alone, with both steps done', async () => {
  const { authenticator, answer, id, email } = await withPasskey()
  expect([answer.status, answer.headers.get('location')]).toEqual([201, '/en/me/second-step#codes'])
  const [row] = await db().passkey.findMany({ where: { memberId: id } })
  expect(row?.transports).toEqual(['internal'])

  const signedIn = await signInWith(authenticator, { userHandle: userHandleOf(id) })
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([201, '/en/me'])
  const viewer = await viewerOf(tokenOf(sessionIn(signedIn)))
  expect([viewer.id, viewer.session?.secondFactorAt, isFresh(viewer, clock())]).toEqual([id, expect.any(Date), true])
  expect(await toldOf(email)).toEqual(['passkeyAdded'])
})

test('whoever has one and signs in by e-mail still owes it', async () => {
  const { email, authenticator } = await withPasskey()
  const { answer, cookie } = await firstStep(email)
  expect([answer.headers.get('location'), await roleOf(cookie)]).toEqual(['/en/sign-in/second', 'guest'])
  const { challenge, cookies } = await challengeFor('signIn', cookie)
  const proven = await post(signInDoorway, passkeySignInDoor, { response: authenticator.signed(challenge) }, cookies)
  expect(await roleOf(sessionIn(proven))).toBe('member')
  expect((await viewerOf(tokenOf(cookie))).session).toBe(undefined)
})

test('a challenge is good once, also when two bring it at once', async () => {
  const { authenticator } = await withPasskey()
  const { challenge, cookies } = await challengeFor('signIn')
  const response = authenticator.signed(challenge)
  const bring = () => post(signInDoorway, passkeySignInDoor, { response }, cookies)
  const answers = await Promise.all([bring(), bring(), bring()])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410])
})

test('a challenge is good for minutes, in the browser that asked, and for what it was asked for', async () => {
  const { authenticator, session } = await withPasskey()
  const bring = (response: string, cookies: string) => post(signInDoorway, passkeySignInDoor, { response }, cookies)
  const mine = await challengeFor('signIn')
  const other = await challengeFor('signIn')
  expect((await bring(authenticator.signed(mine.challenge), other.cookies)).status).toBe(410)
  expect((await bring(authenticator.signed(mine.challenge), '')).status).toBe(410)
  const toAdd = await challengeFor('add', session)
  expect((await bring(authenticator.signed(toAdd.challenge), toAdd.cookies)).status).toBe(410)
  expect((await bring(authenticator.signed('x'.repeat(43)), mine.cookies)).status).toBe(410)
  holdClock(new Date(clock().getTime() + CHALLENGE_MINUTES * 60_000))
  expect((await bring(authenticator.signed(mine.challenge), mine.cookies)).status).toBe(410)
  holdClock(undefined)
})

test('what was signed for another site, by another key, or without recognizing the person, does not sign in', async () => {
  const { authenticator, id } = await withPasskey()
  const stranger = await withPasskey()
  for (const said of [
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3001' },
    { party: 'evil.example' },
    { isVerified: false },
    { userHandle: userHandleOf(stranger.id) },
  ])
    expect((await signInWith(authenticator, said)).status, JSON.stringify(said)).toBe(422)

  const { challenge, cookies } = await challengeFor('signIn')
  const forged = { ...JSON.parse(stranger.authenticator.signed(challenge)), ...nameOf(authenticator.signed(challenge)) }
  const answer = await post(signInDoorway, passkeySignInDoor, { response: JSON.stringify(forged) }, cookies)
  expect(answer.status).toBe(422)
  expect((await signInWith(fresh())).status).toBe(422)
  expect(await db().session.count({ where: { memberId: id } })).toBe(1)
})

test('a counter that does not rise is refused, and told to the member; one that never counts is fine', async () => {
  const { authenticator, email, id } = await withPasskey()
  expect((await signInWith(authenticator, { counter: 9 })).status).toBe(201)
  const before = await db().session.count({ where: { memberId: id } })
  for (const counter of [9, 4, 0]) expect((await signInWith(authenticator, { counter })).status).toBe(403)
  expect((await toldOf(email)).filter((what) => what === 'passkeyCopied')).toHaveLength(3)
  expect(await db().session.count({ where: { memberId: id } })).toBe(before)
  expect((await signInWith(authenticator, { counter: 10 })).status).toBe(201)

  const still = await withPasskey(false)
  for (const _ of [1, 2]) expect((await signInWith(still.authenticator)).status).toBe(201)
})

test('a passkey is added only by a fresh proof, by its own member, for this site, and to one account', async () => {
  const { session } = await newAccount()
  for (const said of [{ origin: 'https://evil.example' }, { party: 'evil.example' }, { isVerified: false }])
    expect((await addPasskey(session, fresh(), said)).status, JSON.stringify(said)).toBe(422)

  const thief = await newAccount()
  const { challenge, cookies } = await challengeFor('add', session)
  const elsewhere = cookies.replace(session, thief.session)
  const stolen = await post(passkeysDoorway, passkeysDoor, { response: fresh().made(challenge) }, elsewhere)
  expect(stolen.status).toBe(410)

  const taken = await withPasskey()
  expect((await addPasskey(session, taken.authenticator)).status).toBe(422)

  holdClock(new Date(clock().getTime() + 16 * 60_000))
  expect((await post(passkeysDoorway, passkeysDoor, { response: fresh().made('x') }, session)).status).toBe(401)
  expect((await challengeFor('add', session)).challenge).toBe(undefined)
  holdClock(undefined)
  expect(await db().passkey.count({ where: { memberId: (await viewerOf(tokenOf(session))).id ?? '' } })).toBe(0)
})

test('a member keeps so many passkeys and no more', async () => {
  const { cookie, id } = await makeMember({ factor: 'proven' })
  const statuses = []
  for (let nth = 1; nth < PASSKEYS_MAX + 1; nth += 1) statuses.push((await addPasskey(cookie, fresh())).status)
  expect(statuses).toEqual([...Array(PASSKEYS_MAX - 1).fill(201), 409])
  expect(await db().passkey.count({ where: { memberId: id } })).toBe(PASSKEYS_MAX)
})

test('passkeys are for https and for the machine itself; elsewhere the doors say so', async () => {
  for (const url of ['http://portal.test:3000', 'http://192.0.2.1', 'https://192.0.2.1', 'https://[2001:db8::1]']) {
    lives(url)
    expect(relyingParty(), url).toBe(undefined)
  }
  lives('http://portal.test:3000')
  expect((await signInWith(fresh())).status).toBe(409)
  lives('https://xuxin.example:8443')
  expect(relyingParty()).toMatchObject({ id: 'xuxin.example', origin: 'https://xuxin.example:8443' })
  lives(origin)
})

function nameOf(response: string): { id: string; rawId: string } {
  const { id, rawId } = JSON.parse(response)
  return { id, rawId }
}
