import type { Prisma } from '@/prisma/generated/client'
import { endedBefore, suspensionColumns } from '../accounts/viewer'

export const reachedColumns = {
  id: true,
  session: { select: { startedAt: true, expiresAt: true, secondFactorAt: true } },
  member: { select: { hasSecondFactor: true, suspensions: { select: suspensionColumns } } },
} as const satisfies Prisma.PushSubscriptionSelect

type Device = {
  session: { startedAt: Date; expiresAt: Date; secondFactorAt: Date | null }
  member: { hasSecondFactor: boolean; suspensions: Parameters<typeof endedBefore>[0] }
}

/** Is somebody signed in there whom `viewerOf` would know (lib/accounts/viewer.ts)? A browser that owes its second step hears nothing. */
export function isReached({ session, member }: Device, now: Date): boolean {
  const { startedAt, expiresAt, secondFactorAt } = session
  if (expiresAt <= now || startedAt < endedBefore(member.suspensions, now)) return false
  return !member.hasSecondFactor || secondFactorAt !== null
}
