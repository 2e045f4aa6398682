import 'server-only'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { record } from '../events'
import { accountPath } from '../paths'
import { Refusal, refuseUnless } from '../refusal'
import { sessionCookies } from '../sign-in/cookies'
import { AGAIN_MS, beginSession, isRecent } from '../sign-in/session'
import { countGuess, uncountGuess } from './guesses'
import type { SecondStepInput } from './schema'
import { type Spent, spendCode } from './spend-code'
import { tell } from './tell'

/** Counts the guess, and uses the code up. Only a sign-in that owes its second step may guess at all. */
export async function checkCode(
  viewer: Viewer,
  { code }: SecondStepInput,
  { now, network }: Moment,
): Promise<Spent | undefined> {
  if (isJustDone(viewer, now)) return undefined
  const owing = viewer.id === null ? viewer.owes : undefined
  refuseUnless(owing, 'secondStepEnded')
  await countGuess(owing.memberId, network)
  const spent = await spendCode(owing, code, now)
  if (!spent) throw new Refusal('wrongSecondCode', { code: { code: 'notASecondCode' } })
  await uncountGuess(owing.memberId, network)
  return spent
}

/**
 * The second step of a sign-in: a whole session, with a token of its own, in the place of the one that owed it. That one lives a minute
 * longer, and is worth nothing but a second tap on the same button with the same code.
 */
export async function proveSecondStep(
  viewer: Viewer,
  { onward }: SecondStepInput,
  setting: Setting,
  spent: Spent | undefined,
): Promise<Done> {
  const { tx, now, locale, device } = setting
  const path = onward ?? accountPath(locale)
  if (viewer.id !== null) return { id: viewer.id, path }
  refuseUnless(viewer.owes && spent, 'secondStepEnded')
  const { memberId, sessionId } = viewer.owes
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, expiresAt: { gt: now } },
    data: { expiresAt: new Date(now.getTime() + AGAIN_MS) },
  })
  refuseUnless(count === 1, 'secondStepEnded')
  const token = await beginSession(tx, memberId, setting, { isProven: true, before: { id: sessionId } })
  if (spent === 'recovery') {
    await record(tx, { kind: 'recoveryCodeUsed', actorId: memberId, at: now })
    await tell(tx, memberId, { what: 'codeUsed', device: device(), now })
  }
  return { id: memberId, path, cookies: sessionCookies(token) }
}

// The second of two taps, when the first one's cookie has arrived already.
function isJustDone({ session }: Viewer, now: Date): boolean {
  return session?.secondFactorAt != null && isRecent(session.secondFactorAt, now)
}
