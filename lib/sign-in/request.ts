import 'server-only'
import { randomInt } from 'node:crypto'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { log } from '../log'
import { post } from '../mail/post'
import { signInCodePath } from '../paths'
import { type Allowance, take } from '../rate-limit'
import { Refusal } from '../refusal'
import { keyedHash, newToken, tokenHash } from '../secrets'
import { browserCookie, browserCookieName, knownCookieName } from './cookies'
import { isKnownMark, mailboxKey } from './mailbox'
import { sealNext } from './next'
import { CHALLENGE_MINUTES, CODE_DIGITS, type SignInInput } from './schema'

// Enough for somebody whose letters do not arrive; too few to fill a stranger's inbox, or to guess codes (security.md 1.4).
const PER_HOUR: Allowance = { name: 'signIn address', points: 5, perSeconds: 3600 }
const PER_DAY: Allowance = { name: 'signIn address day', points: 10, perSeconds: 86_400 }
// Also of one who is signed in, who at the door is counted by account.
const PER_NETWORK: Allowance = { name: 'signIn network', points: 30, perSeconds: 3600 }
const OF_ALL: Allowance = { name: 'signIn all', points: 1_000, perSeconds: 3600 }
// What strangers cannot use up: for a browser that has signed in with this address before.
const RESERVE: Allowance = { name: 'signIn known browser', points: 3, perSeconds: 3600 }
// A second tap on the button shall not write a second letter.
const AGAIN_MS = 60_000

/**
 * Counts the letter against its address and against all, and says whether it may be written. To the one who asks both look the same:
 * a refusal would tell a stranger that somebody else is signing in. What their own network has used up, they are told.
 */
export async function mayWrite(_viewer: Viewer, { email }: SignInInput, { network, cookie }: Moment): Promise<boolean> {
  await take(PER_NETWORK, network)
  const mailbox = mailboxKey(email)
  if (isKnownMark(cookie(knownCookieName()), email) && (await isLeft([[RESERVE, mailbox]]))) return true
  const isWritten = await isLeft([
    [PER_HOUR, mailbox],
    [PER_DAY, mailbox],
    [OF_ALL, 'all'],
  ])
  if (!isWritten) log('warn', 'a letter for signing in was not written: too many')
  return isWritten
}

async function isLeft(allowances: readonly (readonly [Allowance, string])[]): Promise<boolean> {
  try {
    for (const [allowance, who] of allowances) await take(allowance, who)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

/**
 * Sends a letter with a link and a code. Says and does the same, in the same time, whether or not the address has an account: it
 * is not even looked up. The browser gets a token of its own, which is never remembered with the answer: it is one of the three
 * things of which two sign in. Whoever is signed in already proves once more who they are.
 */
export async function request(
  viewer: Viewer,
  { email, onward }: SignInInput,
  { tx, now, locale, cookie }: Setting,
  mayWriteLetter: boolean,
): Promise<Done> {
  const path = signInCodePath(locale)
  const before = await underWay(tx, viewer, cookie(browserCookieName()), email, now)
  if (before) return { id: before, path }
  const [id, link, browser] = [newId(), newToken(), newToken()]
  const code = newCode()
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)
  await tx.signInChallenge.create({
    data: {
      id,
      address: email,
      againId: viewer.id,
      locale,
      next: sealNext(id, onward),
      linkHash: tokenHash(link),
      // Without a letter there is no code to guess.
      codeHash: mayWriteLetter ? codeHashOf(id, code) : codeHashOf(id, newToken()),
      browserHash: tokenHash(browser),
      startedAt: now,
      expiresAt,
    },
    select: { id: true },
  })
  const props = { link, code, minutes: CHALLENGE_MINUTES }
  if (mayWriteLetter) await post(tx, { template: 'signIn', to: email, locale, props }, { now, expiresAt })
  return { id, path, cookies: [browserCookie(browser)] }
}

async function underWay(
  tx: Tx,
  viewer: Viewer,
  browser: string | undefined,
  address: string,
  now: Date,
): Promise<string | undefined> {
  if (!browser) return undefined
  const challenge = await tx.signInChallenge.findUnique({
    where: {
      browserHash: tokenHash(browser),
      address,
      againId: viewer.id,
      provenAt: null,
      attempts: 0,
      startedAt: { gt: new Date(now.getTime() - AGAIN_MS) },
    },
    select: { id: true },
  })
  return challenge?.id
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
}

/** A code has only a million values, so its hash is keyed, and bound to its challenge. */
export function codeHashOf(challengeId: string, code: string): string {
  return keyedHash('sign-in code', `${challengeId}:${code}`)
}
