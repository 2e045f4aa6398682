import 'server-only'
import { createPrivateKey, sign } from 'node:crypto'
import { env } from '../env'

const LIFE_SECONDS = 300 // made anew for each use; Apple takes at most six months

/**
 * Apple's client secret: a token signed with the key that Apple gave the host (ES256). Made here, so that nobody has to make a new one
 * by hand twice a year.
 */
export function appleSecret(now = new Date()): string {
  const { AUTH_APPLE_ID = '', AUTH_APPLE_TEAM = '', AUTH_APPLE_KEY_ID = '', AUTH_APPLE_KEY = '' } = env()
  const at = Math.floor(now.getTime() / 1000)
  const head = { alg: 'ES256', kid: AUTH_APPLE_KEY_ID }
  const claims = {
    iss: AUTH_APPLE_TEAM,
    iat: at,
    exp: at + LIFE_SECONDS,
    aud: 'https://appleid.apple.com',
    sub: AUTH_APPLE_ID,
  }
  const signed = `${encoded(head)}.${encoded(claims)}`
  const key = createPrivateKey(AUTH_APPLE_KEY)
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
