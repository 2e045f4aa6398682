import 'server-only'
import { isIP } from 'node:net'
import { env } from '../env'

/** For whom a passkey is made: this site, under the address that readers use, and never under what a request says (design, section 6). */
export type RelyingParty = { id: string; origin: string; name: string }

/** None where browsers refuse: without https, except on the machine itself, and under a bare network address (WebAuthn Level 3, section 5.1.3). */
export function relyingParty(): RelyingParty | undefined {
  const { publicUrl, isHttps, SITE_NAME } = env()
  const { hostname, origin } = publicUrl
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !(isHttps || isHere)) return undefined
  return { id: hostname, origin, name: SITE_NAME }
}
