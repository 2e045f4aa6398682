import 'server-only'
import { io } from 'next/cache'
import { cookies } from 'next/headers'
import type { Device } from '../accounts/device'
import { isFresh } from '../accounts/fresh'
import type { MemberViewer } from '../accounts/policy'
import { sessionCookieName } from '../accounts/viewer'
import { clock } from '../clock'
import { db } from '../db'
import { unseal } from '../secrets'
import { appOf } from './app-code'

export type PasskeyView = Device & { id: string; addedAt: Date; lastUsedAt: Date | null }
export type FactorsView = { passkeys: PasskeyView[]; appSince: Date | undefined; codesLeft: number }

/** What this member can prove themselves with, besides their mailbox. */
export async function myFactors({ id: memberId }: MemberViewer): Promise<FactorsView> {
  const [passkeys, app, codesLeft] = await Promise.all([
    db().passkey.findMany({
      where: { memberId },
      orderBy: { addedAt: 'asc' },
      select: { id: true, browser: true, system: true, addedAt: true, lastUsedAt: true },
    }),
    db().authenticatorApp.findFirst({
      where: { memberId, provenAt: { not: null } },
      select: { provenAt: true },
    }),
    db().recoveryCode.count({ where: { memberId, usedAt: null } }),
  ])
  return { passkeys, appSince: app?.provenAt ?? undefined, codesLeft }
}

export type NewApp = { secret: string; address: string }

/** The secret that waits for its first code, for whoever has proven just now who they are: a phone that lies open shows it to nobody. */
export async function myNewApp(viewer: MemberViewer): Promise<NewApp | undefined> {
  const now = clock()
  if (!isFresh(viewer, now)) return undefined
  const app = await db().authenticatorApp.findFirst({
    where: { memberId: viewer.id, provenAt: null, expiresAt: { gt: now } },
    select: { id: true, sealed: true },
  })
  if (!app) return undefined
  const totp = appOf(app, viewer.handle)
  return { secret: totp.secret.base32, address: totp.toString() }
}

/** The recovery codes that this browser made a moment ago; none for any other browser, and none later. */
export async function myNewCodes({ id: memberId }: MemberViewer): Promise<string[] | undefined> {
  await io() // What follows belongs to one request.
  const token = (await cookies()).get(sessionCookieName())?.value
  const sheet = await db().recoverySheet.findUnique({
    where: { memberId, expiresAt: { gt: clock() } },
    select: { sealed: true },
  })
  const plain = token && sheet && unseal('recovery codes', token, sheet.sealed)
  return plain ? (JSON.parse(plain.toString('utf8')) as string[]) : undefined
}

/** Which ways the second step of this sign-in has. */
export async function waysToProve(memberId: string): Promise<{ hasApp: boolean; hasPasskey: boolean }> {
  const [apps, passkeys] = await Promise.all([
    db().authenticatorApp.count({ where: { memberId, provenAt: { not: null } } }),
    db().passkey.count({ where: { memberId } }),
  ])
  return { hasApp: apps > 0, hasPasskey: passkeys > 0 }
}
