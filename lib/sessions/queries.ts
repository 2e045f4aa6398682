import 'server-only'
import type { Device } from '../accounts/device'
import type { MemberViewer } from '../accounts/policy'
import { endedBefore, suspensionColumns } from '../accounts/viewer'
import { clock } from '../clock'
import { db } from '../db'

export type SessionView = Device & { id: string; startedAt: Date; lastUsedAt: Date; isCurrent: boolean }

/** Where this member is signed in, the last used first. */
export async function mySessions(viewer: MemberViewer): Promise<SessionView[]> {
  const now = clock()
  const suspensions = await db().suspension.findMany({ where: { memberId: viewer.id }, select: suspensionColumns })
  const sessions = await db().session.findMany({
    where: { memberId: viewer.id, expiresAt: { gt: now }, startedAt: { gte: endedBefore(suspensions, now) } },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, browser: true, system: true, startedAt: true, lastUsedAt: true },
  })
  return sessions.map((one) => ({ ...one, isCurrent: one.id === viewer.session?.id }))
}
