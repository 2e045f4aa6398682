import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { secondStepPath, signInPath } from '../paths'
import { Refusal } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { browserCookie, browserCookieName } from '../sign-in/cookies'
import { CHALLENGE_MINUTES, type ChallengeInput } from './schema'

/**
 * Something for a passkey to sign, which is the answer's `id`. Bound to this browser, and, to add a passkey, to this member. It is good
 * once and for minutes, and is never remembered with the answer.
 */
export async function challenge(viewer: Viewer, { purpose }: ChallengeInput, setting: Setting): Promise<Done> {
  const { tx, now, locale, cookie } = setting
  if (purpose === 'add') refuseUnlessFresh(viewer, now)
  const [asked, browser] = [newToken(), cookie(browserCookieName()) ?? newToken()]
  await tx.passkeyChallenge.create({
    data: {
      challengeHash: tokenHash(asked),
      browserHash: tokenHash(browser),
      memberId: purpose === 'add' ? viewer.id : null,
      expiresAt: new Date(now.getTime() + CHALLENGE_MINUTES * 60_000),
    },
    select: { challengeHash: true },
  })
  const path = purpose === 'add' ? secondStepPath(locale) : signInPath(locale)
  return { id: asked, path, cookies: [browserCookie(browser)] }
}

/**
 * What the passkey signed, if it is what this browser was asked to, and for nobody else. It is used up by asking, and outside the write's
 * transaction, which a refusal takes back: of two who bring the same, one gets it.
 */
export async function spendChallenge(
  clientData: string,
  memberId: string | null,
  { now, cookie }: Moment,
): Promise<string> {
  const asked = challengeIn(clientData)
  const { count } = await db().passkeyChallenge.deleteMany({
    where: {
      challengeHash: tokenHash(asked),
      browserHash: tokenHash(cookie(browserCookieName()) ?? ''),
      memberId,
      expiresAt: { gt: now },
    },
  })
  if (count === 0) throw new Refusal('passkeyEnded')
  return asked
}

function challengeIn(clientData: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8')).challenge)
  } catch {
    throw new Refusal('passkeyWrong')
  }
}
