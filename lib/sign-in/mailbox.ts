import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../secrets'

const DOTLESS = ['gmail.com', 'googlemail.com']

/**
 * The mailbox behind an address, for counting alone: what stands behind a `+` leads to the same one (RFC 5233), and so do dots at some
 * hosts. Otherwise one mailbox would be filled under a thousand names.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1).toLowerCase()
  const local = (address.slice(0, at).split('+')[0] ?? '').toLowerCase()
  return `${DOTLESS.includes(host) ? local.replaceAll('.', '') : local}@${host}`
}

/** Under what the letters to a mailbox are counted. */
export function mailboxKey(address: string): string {
  return keyedHash('sign-in address', mailboxOf(address))
}

/** What a browser keeps that has once signed in with this address: it says nothing to anybody else. */
export function knownMark(address: string): string {
  return keyedHash('known browser', mailboxOf(address))
}

export function isKnownMark(mark: string | undefined, address: string): boolean {
  const [given, expected] = [Buffer.from(mark ?? ''), Buffer.from(knownMark(address))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
