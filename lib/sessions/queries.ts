import 'server-only'
import type { Device } from '../accounts/device'
import type { MemberViewer } from '../accounts/policy'
import { endedBefore, suspensionColumns } from '../accounts/viewer'
import { clock } from '../clock'
import { db } from '../db'
import { AGAIN_MS } from '../sign-in/session'

export type SessionView = Device & { id: string; startedAt: Date; lastUsedAt: Date; isCurrent: boolean; owes: boolean }

/** Where this member is signed in, the last used first. `owes`: the second step is not done there, so it can do nothing yet. */
export async function mySessions(viewer: MemberViewer): Promise<SessionView[]> {
  const now = clock()
  const { suspensions, hasSecondFactor } = await db().member.findUniqueOrThrow({
    where: { id: viewer.id },
    select: { hasSecondFactor: true, suspensions: { select: suspensionColumns } },
  })
  // What is about to end is not listed: the first step of a sign-in stays a minute after the second (lib/second-factor/second-step.ts).
  const lasting = new Date(now.getTime() + AGAIN_MS)
  const sessions = await db().session.findMany({
    where: { memberId: viewer.id, expiresAt: { gt: lasting }, startedAt: { gte: endedBefore(suspensions, now) } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, browser: true, system: true, startedAt: true, lastUsedAt: true, secondFactorAt: true },
  })
  return sessions.map(({ secondFactorAt, ...one }) => ({
    ...one,
    isCurrent: one.id === viewer.session?.id,
    owes: hasSecondFactor && secondFactorAt === null,
  }))
}
