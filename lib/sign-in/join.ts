import 'server-only'
import { refuseIfExcluded } from '../accounts/exclusions'
import { skeleton } from '../accounts/handle'
import { holdNames, refuseUnlessFree } from '../accounts/names'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Setting } from '../door'
import type { Done } from '../door/once'
import { record } from '../events'
import { newId } from '../ids'
import { accountPath } from '../paths'
import { refuseUnless } from '../refusal'
import { tokenHash } from '../secrets'
import { browserCookieName, sessionCookies } from './cookies'
import { memberWith } from './member-with'
import { openNext } from './next'
import type { HandleInput } from './schema'
import { isRecent, openSession } from './session'

/**
 * Makes the account of somebody whose address is proven, under the handle they chose. Refuses one that looks like another's, and an
 * address whose member was suspended and has left.
 */
export async function join(_viewer: Viewer, { handle }: HandleInput, setting: Setting): Promise<Done> {
  const { tx, now, locale } = setting
  const browser = setting.cookie(browserCookieName())
  await holdNames(tx)
  const challenge = browser && (await provenChallenge(tx, browser, now))
  refuseUnless(challenge, 'signInEnded')
  // What has opened an account once opens it again only for whoever tapped twice: afterwards a cookie that was left behind is worth nothing.
  if (challenge.memberId) refuseUnless(challenge.joinedAt && isRecent(challenge.joinedAt, now), 'signInEnded')
  const known = challenge.memberId ?? (await memberWith(tx, challenge.address))
  const memberId = known ?? (await make(tx, challenge.address, handle, setting))
  const joinedAt = challenge.joinedAt ?? now
  await tx.signInChallenge.update({ where: { id: challenge.id }, data: { memberId, joinedAt }, select: { id: true } })
  const session = await openSession(tx, memberId, setting, known === null)
  return { id: memberId, path: openNext(challenge) ?? accountPath(locale), cookies: sessionCookies(session) }
}

function provenChallenge(tx: Tx, browser: string, now: Date) {
  return tx.signInChallenge.findUnique({
    where: { browserHash: tokenHash(browser), provenAt: { not: null }, expiresAt: { gt: now } },
    select: { id: true, address: true, next: true, memberId: true, joinedAt: true },
  })
}

async function make(tx: Tx, address: string, handle: string, { now, locale }: Setting): Promise<string> {
  await refuseIfExcluded(tx, { kind: 'email', address }, now)
  await refuseUnlessFree(tx, handle, 'handle')
  const id = newId()
  await tx.member.create({
    data: {
      id,
      handle,
      handleSkeleton: skeleton(handle),
      joinedAt: now,
      locale,
      waysIn: { create: { id: newId(), kind: 'email', address, addedAt: now } },
    },
    select: { id: true },
  })
  await record(tx, { kind: 'memberJoined', actorId: id, at: now })
  return id
}
