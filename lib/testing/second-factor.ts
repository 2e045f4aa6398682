import { POST as proveDoorway } from '@/app/api/v1/authenticator-apps/confirmations/route'
import { POST as beginDoorway } from '@/app/api/v1/authenticator-apps/route'
import { POST as challengesDoorway } from '@/app/api/v1/passkeys/challenges/route'
import { POST as passkeysDoorway } from '@/app/api/v1/passkeys/route'
import { POST as passkeySignInDoorway } from '@/app/api/v1/sign-in/passkeys/route'
import { POST as secondDoorway } from '@/app/api/v1/sign-in/second/route'
import { sessionCookieName, viewerOf } from '../accounts/viewer'
import { clock } from '../clock'
import { db } from '../db'
import {
  appProofsDoor,
  appsDoor,
  passkeyChallengesDoor,
  passkeySignInDoor,
  passkeysDoor,
  secondStepDoor,
} from '../doors'
import { opened } from '../mail/post'
import { appOf } from '../second-factor/app-code'
import { APP_PERIOD_SECONDS } from '../second-factor/schema'
import { unseal } from '../secrets'
import type { newAuthenticator } from './authenticator'
import { jsonRequest } from './requests'
import { askToSignIn, confirmWith, cookieNamed } from './sign-in'

type How = { address?: string }

export const tokenOf = (cookie: string) => cookie.split('=')[1] ?? ''
export const sessionIn = (answer: Response) => cookieNamed(answer, sessionCookieName())
export const roleOf = async (cookie: string) => (await viewerOf(tokenOf(cookie))).role
export const post = (
  doorway: (request: Request) => Promise<Response>,
  path: string,
  body: unknown,
  cookie: string,
  how: How = {},
) => doorway(jsonRequest(path, body, { cookie, ...how }))

/** What a browser that holds these cookies is asked to sign, and its cookies afterwards. */
export async function challengeFor(purpose: 'add' | 'signIn', cookie = '') {
  const answer = await post(challengesDoorway, passkeyChallengesDoor, { purpose }, cookie)
  const { id } = (await answer.json()) as { id: string }
  return { challenge: id, cookies: [cookie, cookieNamed(answer, 'sign-in')].filter(Boolean).join('; ') }
}

/** Adds the passkey of this authenticator, as its browser would. */
export async function addPasskey(
  cookie: string,
  authenticator: ReturnType<typeof newAuthenticator>,
  said: Parameters<typeof authenticator.made>[1] = {},
) {
  const { challenge, cookies } = await challengeFor('add', cookie)
  return post(passkeysDoorway, passkeysDoor, { response: authenticator.made(challenge, said) }, cookies)
}

/** Signs in with it, from a browser that holds nothing. */
export async function signInWith(
  authenticator: ReturnType<typeof newAuthenticator>,
  said: Parameters<typeof authenticator.signed>[1] = {},
) {
  const { challenge, cookies } = await challengeFor('signIn')
  return post(passkeySignInDoorway, passkeySignInDoor, { response: authenticator.signed(challenge, said) }, cookies)
}

/** The code that the member's app shows, so many steps from now. */
export async function codeOf(memberId: string, steps = 0, isProven = true): Promise<string> {
  const app = await db().authenticatorApp.findFirstOrThrow({
    where: { memberId, provenAt: isProven ? { not: null } : null },
  })
  return appOf(app, '').generate({ timestamp: clock().getTime() + steps * APP_PERIOD_SECONDS * 1000 })
}

/** Sets an app up, proven by the code of the step before this one, so that this one's is not used yet. */
export async function setUpApp(cookie: string): Promise<string> {
  await post(beginDoorway, appsDoor, {}, cookie)
  const { id } = await viewerOf(tokenOf(cookie))
  await post(proveDoorway, appProofsDoor, { code: await codeOf(id ?? '', -1, false) }, cookie)
  return id ?? ''
}

/** The first step by e-mail. */
export async function firstStep(email: string) {
  const { code, browser } = await askToSignIn(email)
  const answer = await confirmWith({ code }, browser)
  return { answer, cookie: sessionIn(answer) }
}

export const second = (cookie: string, code: string, how: How = {}) =>
  post(secondDoorway, secondStepDoor, { code }, cookie, how)

/** The recovery codes as the browser that made them can read them. */
export async function codesFor(memberId: string, cookie: string): Promise<string[]> {
  const { sealed } = await db().recoverySheet.findUniqueOrThrow({ where: { memberId } })
  const plain = unseal('recovery codes', tokenOf(cookie), sealed)
  return plain ? JSON.parse(plain.toString()) : []
}

/** What letters told this address about its second step, oldest first. */
export async function toldOf(address: string) {
  const rows = await db().letter.findMany({ orderBy: { id: 'asc' } })
  return rows.flatMap((row) => {
    const letter = opened(row)
    return letter?.template === 'secondFactor' && letter.to === address ? [letter.props.what] : []
  })
}
