import 'server-only'
import { learnLanguage } from '../accounts/language'
import { sessionCookieName } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { accountPath, signInSecondPath } from '../paths'
import { refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { sessionCookies } from './cookies'
import { meetDevice } from './known-device'
import { SECOND_STEP_MINUTES, SESSION_DAYS, SESSIONS_MAX } from './schema'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A second tap on the same button, from the same browser, gets what the first one got. */
export const AGAIN_MS = MINUTE_MS

export function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < AGAIN_MS
}

type SignIn = { onward?: string | undefined; isNewcomer?: boolean; isProven?: boolean }

/** Every way in ends here: the session, its cookies, and where to go: on, or first to the second step. `isProven`: it was both at once. */
export async function signIn(
  tx: Tx,
  memberId: string,
  setting: Setting,
  { onward, isNewcomer, isProven }: SignIn = {},
): Promise<Done> {
  const token = await openSession(tx, memberId, setting, isNewcomer, isProven)
  const owes = !isProven && (await hasSecondFactor(tx, memberId))
  const path = owes ? signInSecondPath(setting.locale, onward) : (onward ?? accountPath(setting.locale))
  return { id: memberId, path, cookies: sessionCookies(token) }
}

/**
 * Opens a session in the place of the one that this browser held, and returns its token, of which only the hash is kept. A device
 * that is new to the member is told in a letter, except at the sign-in that makes the account. Whoever has a second factor and has
 * not proven it (`isProven`) gets one that is good for the second step only, and for minutes: lib/accounts/viewer.ts sees to it.
 */
export async function openSession(
  tx: Tx,
  memberId: string,
  setting: Setting,
  isNewcomer = false,
  isProven = false,
): Promise<string> {
  await refuseIfErased(tx, memberId)
  const held = setting.cookie(sessionCookieName())
  const before = held ? { tokenHash: tokenHash(held) } : undefined
  const owes = !isProven && (await hasSecondFactor(tx, memberId))
  const token = owes
    ? await putSession(tx, memberId, setting, { owes, before })
    : await beginSession(tx, memberId, setting, { isProven, before })
  if (before) await tx.session.deleteMany({ where: before })
  await learnLanguage(tx, memberId, setting.locale)
  await meetDevice(tx, memberId, setting, isNewcomer)
  return token
}

/** What a session takes the place of. */
type Before = { before?: { id: string } | { tokenHash: string } | undefined }

/** A whole session: what was owed, if anything, is done. */
export async function beginSession(
  tx: Tx,
  memberId: string,
  setting: Setting,
  { isProven, before }: { isProven: boolean } & Before,
): Promise<string> {
  const token = await putSession(tx, memberId, setting, { isProven, before })
  await endLeastUsed(tx, memberId)
  await record(tx, { kind: 'signedIn', actorId: memberId, at: setting.now })
  return token
}

async function putSession(
  tx: Tx,
  memberId: string,
  { now, device }: Setting,
  { owes = false, isProven = false, before }: { owes?: boolean; isProven?: boolean } & Before,
): Promise<string> {
  const token = newToken()
  const id = newId()
  const life = owes ? SECOND_STEP_MINUTES * MINUTE_MS : SESSION_DAYS * DAY_MS
  await tx.session.create({
    data: {
      id,
      tokenHash: tokenHash(token),
      memberId,
      ...device(),
      startedAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + life),
      ...(isProven ? { secondFactorAt: now } : {}),
    },
    select: { id: true },
  })
  // If the session before was the same member's, this browser goes on getting their pushes.
  if (before) await tx.pushSubscription.updateMany({ where: { memberId, session: before }, data: { sessionId: id } })
  return token
}

async function hasSecondFactor(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.member.count({ where: { id: memberId, hasSecondFactor: true } })) === 1
}

// Waits for whoever is erasing this member at this moment, so that nothing is left to them afterwards.
async function refuseIfErased(tx: Tx, memberId: string) {
  const there = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Member" WHERE id = ${memberId}::uuid AND "erasedAt" IS NULL FOR SHARE`
  refuseUnless(there.length === 1, 'signInEnded')
}

async function endLeastUsed(tx: Tx, memberId: string) {
  const spare = await tx.session.findMany({
    where: { memberId },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    skip: SESSIONS_MAX,
    select: { id: true },
  })
  if (spare.length > 0) await tx.session.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } })
}
