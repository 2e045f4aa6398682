import 'server-only'
import type { Owing } from '../accounts/viewer'
import { db } from '../db'
import { AGAIN_MS } from '../sign-in/session'
import { stepOf } from './app-code'
import { recoveryHash } from './recovery-codes'
import { APP_DIGITS } from './schema'

/** What the code was. `again`: a second tap on the same button, from the same sign-in. */
export type Spent = 'app' | 'recovery' | 'again'

/**
 * Uses a code up, in one statement and outside the write's transaction, which a refusal takes back: of two who bring the same code at once,
 * one gets in. The same sign-in may bring it again for a minute, because a second tap is not a second person.
 */
export async function spendCode(owing: Owing, code: string, now: Date): Promise<Spent | undefined> {
  return code.length === APP_DIGITS ? spendAppCode(owing, code, now) : spendRecoveryCode(owing, code, now)
}

async function spendAppCode({ memberId, sessionId }: Owing, code: string, now: Date): Promise<Spent | undefined> {
  const app = await db().authenticatorApp.findFirst({
    where: { memberId, provenAt: { not: null } },
    select: { id: true, sealed: true },
  })
  if (!app) return undefined
  const step = stepOf(app, code, now)
  if (step === undefined) return undefined
  const { count } = await db().authenticatorApp.updateMany({
    where: { id: app.id, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, lastUsedAt: now, lastSessionId: sessionId },
  })
  if (count === 1) return 'app'
  const again = await db().authenticatorApp.count({
    where: { id: app.id, lastStep: step, lastSessionId: sessionId, lastUsedAt: { gt: justBefore(now) } },
  })
  return again === 1 ? 'again' : undefined
}

async function spendRecoveryCode({ memberId, sessionId }: Owing, code: string, now: Date): Promise<Spent | undefined> {
  const which = { memberId, codeHash: recoveryHash(memberId, code) }
  const { count } = await db().recoveryCode.updateMany({
    where: { ...which, usedAt: null },
    data: { usedAt: now, usedBySessionId: sessionId },
  })
  if (count === 1) return 'recovery'
  const again = await db().recoveryCode.count({
    where: { ...which, usedBySessionId: sessionId, usedAt: { gt: justBefore(now) } },
  })
  return again === 1 ? 'again' : undefined
}

function justBefore(now: Date): Date {
  return new Date(now.getTime() - AGAIN_MS)
}
