import { POST as joinDoorway } from '@/app/api/v1/members/route'
import { POST as confirmDoorway } from '@/app/api/v1/sign-in/confirmations/route'
import { POST as signInDoorway } from '@/app/api/v1/sign-in/route'
import { sessionCookieName } from '../accounts/viewer'
import { db } from '../db'
import { confirmDoor, membersDoor, signInDoor } from '../doors'
import { newId } from '../ids'
import { opened } from '../mail/post'
import { formRequest, jsonRequest } from './requests'

export const someAddressOf = () => `synthetic-${newId()}@example.org`

/** Asks to sign in, as a browser would, and reads the letter that was written. */
export async function askToSignIn(email: string, how: { address?: string; cookie?: string } = {}) {
  const answer = await signInDoorway(formRequest(signInDoor, { locale: 'fr', email, key: newId() }, how))
  return { answer, browser: cookieNamed(answer, 'sign-in'), ...(await letterTo(email)) }
}

type Keys = { link: string; code: string }

/** The link and the code of the newest letter to this address. */
export async function letterTo(email: string): Promise<Keys> {
  return (await lettersTo(email)).at(-1) ?? { link: '', code: '' }
}

/** Those of every letter to this address that waits to be sent, oldest first. */
export async function lettersTo(email: string): Promise<Keys[]> {
  const rows = await db().letter.findMany({ orderBy: { id: 'asc' } })
  return rows.flatMap((row) => {
    const letter = opened(row)
    return letter?.template === 'signIn' && letter.to === email
      ? [{ link: letter.props.link, code: letter.props.code }]
      : []
  })
}

/** Confirms with what is given, from this browser. */
export function confirmWith(
  proof: { code?: string; link?: string },
  browser = '',
  how: { address?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return confirmDoorway(jsonRequest(confirmDoor, proof, { cookie: browser, ...how }))
}

/** One of the cookies that an answer sets, as the browser would send it back. */
export function cookieNamed(answer: Response, name: string): string {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  return cookie?.split(';')[0] ?? ''
}

/** Somebody who has just joined, under a synthetic handle. */
export async function newAccount(email = someAddressOf()) {
  const asked = await askToSignIn(email)
  await confirmWith({ code: asked.code }, asked.browser)
  const handle = `t${email.slice(-30, -12)}`.replace(/[^a-z0-9]/g, '').slice(0, 20)
  const joined = await joinDoorway(jsonRequest(membersDoor, { handle }, { cookie: asked.browser }))
  return { email, handle, joined, session: cookieNamed(joined, sessionCookieName()) }
}
