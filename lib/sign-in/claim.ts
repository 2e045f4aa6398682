import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { clock } from '../clock'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { adminPath, secondStepPath } from '../paths'
import { refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import type { ClaimInput } from './schema'

const LIFE_MS = 24 * 60 * 60 * 1000 // design, section 7

/**
 * Makes the member who holds the printed link the administrator, and leads them to setting up a second factor, without which they
 * administer nothing. Single use; a link that is old or used does not exist.
 */
export async function claim(viewer: Viewer, { token }: ClaimInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessMember(viewer)
  const { count } = await tx.administratorInvitation.updateMany({
    where: { tokenHash: tokenHash(token), claimedAt: null, expiresAt: { gt: now } },
    data: { claimedAt: now, claimedById: viewer.id },
  })
  refuseUnless(count === 1, 'notFound')
  // Somebody who asks to be erased at this very moment holds no office.
  const { count: made } = await tx.member.updateMany({
    where: { id: viewer.id, leftAt: null },
    data: { role: 'administrator' },
  })
  refuseUnless(made === 1, 'leaving')
  await record(tx, { kind: 'administratorClaimed', actorId: viewer.id, at: now })
  return { id: viewer.id, path: viewer.session?.secondFactorAt ? adminPath(locale) : secondStepPath(locale) }
}

/** Can this link still be used? */
export async function isClaimable(token: string, now: Date): Promise<boolean> {
  const count = await db().administratorInvitation.count({
    where: { tokenHash: tokenHash(token), claimedAt: null, expiresAt: { gt: now } },
  })
  return count === 1
}

/** A new link, while the site has no administrator. The earlier ones end: only the newest one printed counts. */
export async function inviteAdministrator(now = clock()): Promise<string | undefined> {
  if ((await db().member.count({ where: { role: 'administrator' } })) > 0) return undefined
  const token = newToken()
  await db().$transaction([
    db().administratorInvitation.deleteMany({ where: { claimedAt: null } }),
    db().administratorInvitation.create({
      data: { id: newId(), tokenHash: tokenHash(token), madeAt: now, expiresAt: new Date(now.getTime() + LIFE_MS) },
      select: { id: true },
    }),
  ])
  return token
}
