import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { signInHandlePath } from '../paths'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { browserCookie, browserCookieName, knownCookie } from './cookies'
import { countGuess, uncountGuess } from './guesses'
import { memberWith } from './member-with'
import { openNext } from './next'
import { codeHashOf } from './request'
import { ATTEMPTS_MAX, type ConfirmInput, HANDLE_MINUTES } from './schema'
import { isRecent, signIn } from './session'

const columns = {
  id: true,
  address: true,
  next: true,
  codeHash: true,
  browserHash: true,
  expiresAt: true,
  provenAt: true,
  memberId: true,
  againId: true,
} as const

/**
 * Is this two of three: the link, the code, the browser that asked? A wrong code is counted before it is compared, and outside the
 * write's transaction, which a refusal takes back: a hundred guesses at once are five.
 */
export async function checkProof(_viewer: Viewer, { code, link }: ConfirmInput, { now, cookie, network }: Moment) {
  refuseUnless(link || code, 'wrongCode')
  const { challenge, isBrowser } = await challengeFor(db(), { link, browser: cookie(browserCookieName()), now })
  refuseIf(!isBrowser && !code, 'otherBrowser')
  const isWithoutCode = link && isBrowser
  if (!isWithoutCode && !challenge.provenAt) await tryCode(challenge, code ?? '', network)
}

/**
 * Signs in with two of three. Single use; a stolen link alone opens nothing, and a code may be tried five times. Whoever is new goes
 * on to choose a handle.
 */
export async function confirm(_viewer: Viewer, { code, link }: ConfirmInput, setting: Setting): Promise<Done> {
  const { tx, now, locale, cookie } = setting
  const proof = { link, browser: cookie(browserCookieName()), now }
  const { challenge: found } = await challengeFor(tx, proof)
  await tx.$queryRaw`SELECT id FROM "SignInChallenge" WHERE id = ${found.id}::uuid FOR UPDATE`
  const { challenge, isBrowser } = await challengeFor(tx, proof)
  refuseUnless((link && isBrowser) || isRight(challenge, code), 'signInEnded')
  if (challenge.provenAt) refuseUnless(isBrowser && isRecent(challenge.provenAt, now), 'signInEnded')

  const memberId = challenge.memberId ?? (await memberWith(tx, challenge.address))
  // Whoever was asked to prove once more who they are must be the same: what they had begun is theirs alone.
  refuseIf(challenge.againId && challenge.againId !== memberId, 'otherMember')
  const token = isBrowser ? undefined : newToken()
  await tx.signInChallenge.update({
    where: { id: challenge.id },
    data: {
      provenAt: challenge.provenAt ?? now,
      memberId,
      ...(token ? { browserHash: tokenHash(token) } : {}),
      ...(memberId ? {} : { expiresAt: new Date(now.getTime() + HANDLE_MINUTES * 60_000) }),
    },
    select: { id: true },
  })
  if (!memberId)
    return { id: challenge.id, path: signInHandlePath(locale), cookies: token ? [browserCookie(token)] : [] }
  const done = await signIn(tx, memberId, setting, { onward: openNext(challenge) })
  return { ...done, cookies: [...(done.cookies ?? []), knownCookie(challenge.address)] }
}

type Proof = { link: string | undefined; browser: string | undefined; now: Date }

/** The sign-in that is under way for this link or this browser. Refuses one that has ended, and none. */
async function challengeFor(through: Pick<Tx, 'signInChallenge'>, { link, browser, now }: Proof) {
  const named = link ? { linkHash: tokenHash(link) } : { browserHash: tokenHash(browser ?? '') }
  // What a provider has proven is no letter: it has no link and no code.
  const where = { ...named, kind: 'email' } as const
  const challenge = await through.signInChallenge.findUnique({ where, select: columns })
  refuseUnless(challenge && challenge.expiresAt > now, 'signInEnded')
  return { challenge, isBrowser: browser !== undefined && tokenHash(browser) === challenge.browserHash }
}

async function tryCode(challenge: Coded & { address: string }, code: string, network: string) {
  const { count } = await db().signInChallenge.updateMany({
    where: { id: challenge.id, attempts: { lt: ATTEMPTS_MAX } },
    data: { attempts: { increment: 1 } },
  })
  refuseIf(count === 0, 'signInEnded')
  const guess = { address: challenge.address, network }
  await countGuess(guess)
  if (isRight(challenge, code)) await uncountGuess(guess)
  else throw new Refusal('wrongCode', { code: { code: 'notACode' } })
}

type Coded = { id: string; codeHash: string }

function isRight({ id, codeHash }: Coded, code = ''): boolean {
  return timingSafeEqual(Buffer.from(codeHashOf(id, code)), Buffer.from(codeHash))
}
