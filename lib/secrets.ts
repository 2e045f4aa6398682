import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const derived = new Map<string, Buffer>()

/** A key for one purpose, drawn from AUTH_SECRET (HKDF-SHA-256, RFC 5869), so that no two uses share a key. */
function keyFor(purpose: string): Buffer {
  const secret = env().AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set')
  const known = derived.get(`${secret}:${purpose}`)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
  derived.set(`${secret}:${purpose}`, key)
  return key
}

/** A keyed hash: equal for equal input here, meaningless to whoever steals the table. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest('base64url')
}

/** The hash of a random token: it needs no key, because nobody can guess 256 bits. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Seals bytes (AES-256-GCM) for whoever holds `token`, and our own secret with it. */
export function seal(purpose: string, token: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose, token), nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The bytes again, or nothing when they were sealed for somebody else or changed since. */
export function unseal(purpose: string, token: string, sealed: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose, token), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

function sealingKey(purpose: string, token: string) {
  return Buffer.from(hkdfSync('sha256', token, keyFor(purpose), purpose, 32))
}
