import { db } from '../db'
import { env } from '../env'
import { CLIENT_ADDRESS_HEADER } from '../network-headers'

let addresses = 0

/** An address that no other request of this file has, so that the limits of one test do not reach into another. */
export function someAddress(): string {
  addresses += 1
  return `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}` // TEST-NET-2 (RFC 5737) and its neighbors
}

type How = { cookie?: string; address?: string; headers?: Record<string, string> }

/** What a browser sends when a form of our own page is submitted. */
export function formRequest(path: string, fields: Record<string, string>, how: How = {}): Request {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...common(how) }
  return new Request(new URL(path, env().publicUrl), {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  })
}

/** What a script of our own page sends. */
export function jsonRequest(path: string, body: unknown, how: How = {}): Request {
  const headers = { 'Content-Type': 'application/json', ...common(how) }
  return new Request(new URL(path, env().publicUrl), { method: 'POST', headers, body: JSON.stringify(body) })
}

function common({ cookie, address = someAddress(), headers = {} }: How): Record<string, string> {
  return {
    'Sec-Fetch-Site': 'same-origin',
    [CLIENT_ADDRESS_HEADER]: address,
    ...(cookie ? { Cookie: cookie } : {}),
    ...headers,
  }
}

/** The name and value of the cookie that an answer sets, as the browser would send it back. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** The fields of a feedback form that is in order. */
export function ideaForm(text: string) {
  return { locale: 'zh', kind: 'idea', text }
}

/** How often these words are stored. */
export function timesStored(text: string): Promise<number> {
  return db().feedback.count({ where: { text } })
}
