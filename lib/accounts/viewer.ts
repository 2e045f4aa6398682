import 'server-only'
import type { Level } from '@/prisma/generated/client'
import { clock } from '../clock'
import { db } from '../db'
import { env } from '../env'
import { tokenHash } from '../secrets'
import { noteUse } from './last-use'

export type Role = 'guest' | 'member' | 'moderator' | 'administrator'

/** The session by which a viewer is known, and since when: then they proved who they are. `secondFactorAt`: also by a second factor. */
export type ViewerSession = { id: string; startedAt: Date; secondFactorAt: Date | null }

/** A sign-in of which the second step is still to be done: whoever holds it knows the mailbox of this member, and no more. */
export type Owing = { memberId: string; handle: string; sessionId: string }

/**
 * Whoever is looking: the first parameter of every verb. A guest has no id; a suspended member keeps their role but may not write, nor
 * may one who has asked to be erased (`isLeaving`) until they take it back.
 * `level`: what they have earned (lib/trust); without one they are new. A guest who `owes` may do the second step of their sign-in, and
 * nothing else that a guest may not. `needsSecondFactor`: a moderator or administrator who has not set one up, and so is a plain member
 * until they do.
 */
export type Viewer =
  | {
      id: null
      handle: null
      role: 'guest'
      isSuspended: false
      isLeaving?: false
      level?: undefined
      session?: undefined
      owes?: Owing
    }
  | {
      id: string
      handle: string
      role: Exclude<Role, 'guest'>
      isSuspended: boolean
      isLeaving?: boolean
      level?: Level
      session?: ViewerSession
      needsSecondFactor?: true
    }

export const guest: Extract<Viewer, { id: null }> = { id: null, handle: null, role: 'guest', isSuspended: false }

/** Auth.js' own name for it, so that its OAuth sign-in and ours share one session. */
export function sessionCookieName(): string {
  return env().isHttps ? '__Secure-authjs.session-token' : 'authjs.session-token'
}

/**
 * Who holds this session token; a guest when it is unknown, old, ended, or nobody's, and when its member has a second factor that was not
 * proven in it. Nobody is more than a member without a proven second factor: everything that moderators do asks the role found here.
 */
export async function viewerOf(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  const now = clock()
  const session = await db().session.findUnique({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now } },
    select: {
      id: true,
      startedAt: true,
      lastUsedAt: true,
      secondFactorAt: true,
      member: {
        select: {
          id: true,
          handle: true,
          role: true,
          level: true,
          hasSecondFactor: true,
          leftAt: true,
          erasedAt: true,
          suspensions: { select: suspensionColumns },
        },
      },
    },
  })
  if (!session || session.startedAt < endedBefore(session.member.suspensions, now)) return guest
  const { id, handle, role, level, suspensions, hasSecondFactor, leftAt, erasedAt } = session.member
  if (erasedAt) return guest
  const { startedAt, secondFactorAt } = session
  const isProven = hasSecondFactor && secondFactorAt !== null
  if (hasSecondFactor && !isProven) return { ...guest, owes: { memberId: id, handle, sessionId: session.id } }
  noteUse(session.id, session.lastUsedAt, now)
  return {
    id,
    handle,
    role: isProven ? role : 'member',
    isSuspended: suspensions.some((one) => isInForce(one, now)),
    isLeaving: leftAt !== null,
    level,
    session: { id: session.id, startedAt, secondFactorAt },
    ...(role !== 'member' && !isProven ? { needsSecondFactor: true } : {}),
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
