import 'server-only'
import { clock } from '../clock'
import { db } from '../db'
import { env } from '../env'
import { tokenHash } from '../secrets'

export type Role = 'guest' | 'member' | 'moderator' | 'administrator'

/** Whoever is looking: the first parameter of every verb. A guest has no id; a suspended member keeps their role but may not write. */
export type Viewer =
  | { id: null; handle: null; role: 'guest'; isSuspended: false }
  | { id: string; handle: string; role: Exclude<Role, 'guest'>; isSuspended: boolean }

export const guest: Viewer = { id: null, handle: null, role: 'guest', isSuspended: false }

/** Auth.js' own name for it, so that its OAuth sign-in and ours share one session. */
export function sessionCookieName(): string {
  return env().isHttps ? '__Secure-authjs.session-token' : 'authjs.session-token'
}

/** Who holds this session token; a guest when it is unknown, old, or nobody's. */
export async function viewerOf(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  const now = clock()
  const session = await db().session.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now } },
    select: { member: { select: { id: true, handle: true, role: true, suspensions: suspensionsInForce(now) } } },
  })
  if (!session) return guest
  const { id, handle, role, suspensions } = session.member
  return { id, handle, role, isSuspended: suspensions.length > 0 }
}

function suspensionsInForce(now: Date) {
  return {
    where: { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    select: { id: true },
    take: 1,
  }
}
