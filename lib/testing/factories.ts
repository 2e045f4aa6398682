import type { Role as StoredRole } from '@/prisma/generated/client'
import { sessionCookieName } from '../accounts/viewer'
import { db } from '../db'
import { newId } from '../ids'
import { newToken, tokenHash } from '../secrets'

export type TestMember = { id: string; handle: string; token: string; cookie: string }

const HOUR_MS = 3_600_000

/** A member with a session, synthetic by name. `isSuspended` puts a suspension in force. */
export async function makeMember({
  role = 'member',
  isSuspended = false,
}: {
  role?: StoredRole
  isSuspended?: boolean
} = {}): Promise<TestMember> {
  const id = newId()
  const token = newToken()
  const now = new Date()
  const handle = `synthetic-${id.slice(-8)}`
  await db().member.create({
    data: {
      id,
      handle,
      role,
      joinedAt: now,
      sessions: {
        create: {
          id: newId(),
          tokenHash: tokenHash(token),
          startedAt: now,
          expiresAt: new Date(now.getTime() + HOUR_MS),
        },
      },
      ...(isSuspended ? { suspensions: { create: { id: newId(), reason: 'synthetic', startedAt: now } } } : {}),
    },
    select: { id: true },
  })
  return { id, handle, token, cookie: `${sessionCookieName()}=${token}` }
}
