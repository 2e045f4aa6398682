import 'server-only'
import { sessionCookieName } from '../accounts/viewer'
import { setCookie } from '../cookies'
import { draftCookieName } from '../door/draft'
import { env } from '../env'
import { knownMark } from './mailbox'
import { HANDLE_MINUTES, SESSION_DAYS } from './schema'

const DAY_SECONDS = 24 * 60 * 60
// As long as a visit once a year needs.
const KNOWN_DAYS = 400

/** Says to our island, and to nobody else, that it is worth asking what is mine. No secret, and no proof of anything. */
const HINT_COOKIE = 'signed-in'

/** The browser that asked to sign in: one of the three things of which two are needed. */
export function browserCookieName(): string {
  return env().isHttps ? '__Host-sign-in' : 'sign-in'
}

export function browserCookie(token: string): string {
  const maxAgeSeconds = HANDLE_MINUTES * 60
  return setCookie(browserCookieName(), token, { isSecure: env().isHttps, maxAgeSeconds })
}

/** Lets a browser that has signed in with an address ask for letters to it when strangers have used up what there is (request.ts). */
export function knownCookieName(): string {
  return env().isHttps ? '__Host-known' : 'known'
}

export function knownCookie(address: string): string {
  const maxAgeSeconds = KNOWN_DAYS * DAY_SECONDS
  return setCookie(knownCookieName(), knownMark(address), { isSecure: env().isHttps, maxAgeSeconds })
}

/** The cookies of somebody who is signed in. */
export function sessionCookies(token: string): string[] {
  const life = { isSecure: env().isHttps, maxAgeSeconds: SESSION_DAYS * DAY_SECONDS }
  return [setCookie(sessionCookieName(), token, life), setCookie(HINT_COOKIE, '1', { ...life, isForScripts: true })]
}

/** Takes them away again, with everything else that the next person at this computer must not find. */
export function noSessionCookies(): string[] {
  const none = { isSecure: env().isHttps, maxAgeSeconds: 0 }
  const names = [sessionCookieName(), browserCookieName(), draftCookieName()]
  return [
    ...names.map((name) => setCookie(name, '', none)),
    setCookie(HINT_COOKIE, '', { ...none, isForScripts: true }),
  ]
}
