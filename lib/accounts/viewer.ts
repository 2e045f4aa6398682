import 'server-only'
import { clock } from '../clock'
import { db } from '../db'
import { env } from '../env'
import { tokenHash } from '../secrets'
import { noteUse } from './last-use'

export type Role = 'guest' | 'member' | 'moderator' | 'administrator'

/** The session by which a viewer is known, and since when: then they proved who they are. */
export type ViewerSession = { id: string; startedAt: Date }

/**
 * Whoever is looking: the first parameter of every verb. A guest has no id; a suspended member keeps their role but may not write, nor may
 * one who has asked to be erased (`isLeaving`) until they take it back.
 */
export type Viewer =
  | { id: null; handle: null; role: 'guest'; isSuspended: false; isLeaving?: false; session?: undefined }
  | {
      id: string
      handle: string
      role: Exclude<Role, 'guest'>
      isSuspended: boolean
      isLeaving?: boolean
      session?: ViewerSession
    }

export const guest: Viewer = { id: null, handle: null, role: 'guest', isSuspended: false }

/** Auth.js' own name for it, so that its OAuth sign-in and ours share one session. */
export function sessionCookieName(): string {
  return env().isHttps ? '__Secure-authjs.session-token' : 'authjs.session-token'
}

/** Who holds this session token; a guest when it is unknown, old, ended, or nobody's. */
export async function viewerOf(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  const now = clock()
  const session = await db().session.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now } },
    select: {
      id: true,
      startedAt: true,
      lastUsedAt: true,
      member: {
        select: {
          id: true,
          handle: true,
          role: true,
          leftAt: true,
          erasedAt: true,
          suspensions: { select: suspensionColumns },
        },
      },
    },
  })
  if (!session || session.startedAt < endedBefore(session.member.suspensions, now)) return guest
  const { id, handle, role, leftAt, erasedAt, suspensions } = session.member
  if (erasedAt) return guest
  noteUse(session.id, session.lastUsedAt, now)
  return {
    id,
    handle,
    role,
    isSuspended: suspensions.some((one) => isInForce(one, now)),
    isLeaving: leftAt !== null,
    session: { id: session.id, startedAt: session.startedAt },
  }
}

export const suspensionColumns = { startedAt: true, endsAt: true, liftedAt: true } as const
type Suspension = { startedAt: Date; endsAt: Date | null; liftedAt: Date | null }

/**
 * A suspension ends every session that began before it, for good: also when it is lifted. Whoever is suspended may sign in again,
 * to read and to write to us (lib/documents/texts/rules.json promises it), and nothing more.
 */
export function endedBefore(suspensions: readonly Suspension[], now: Date): Date {
  const begun = suspensions.map(({ startedAt }) => startedAt.getTime()).filter((at) => at <= now.getTime())
  return new Date(Math.max(0, ...begun))
}

/** Does a suspension stop its member now? */
export function isInForce({ endsAt, liftedAt }: Suspension, now: Date): boolean {
  return liftedAt === null && (endsAt === null || endsAt > now)
}
