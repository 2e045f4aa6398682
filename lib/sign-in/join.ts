import 'server-only'
import { refuseIfExcluded } from '../accounts/exclusions'
import { skeleton } from '../accounts/handle'
import { holdNames, refuseUnlessFree } from '../accounts/names'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { refuseUnless } from '../refusal'
import { tokenHash } from '../secrets'
import { browserCookieName, knownCookie } from './cookies'
import { memberOf, type Proven } from './member-with'
import { openNext } from './next'
import type { HandleInput } from './schema'
import { isRecent, signIn } from './session'

/**
 * Makes the account of somebody who has proven an address, or whom a provider named, under the handle they chose. Refuses one that looks
 * like another's, and an address whose member was suspended and has left.
 */
export async function join(_viewer: Viewer, { handle }: HandleInput, setting: Setting): Promise<Done> {
  const { tx, now } = setting
  const browser = setting.cookie(browserCookieName())
  await holdNames(tx)
  const challenge = browser && (await provenChallenge(tx, browser, now))
  refuseUnless(challenge, 'signInEnded')
  // What has opened an account once opens it again only for whoever tapped twice: afterwards a cookie that was left behind is worth nothing.
  if (challenge.memberId) refuseUnless(challenge.joinedAt && isRecent(challenge.joinedAt, now), 'signInEnded')
  const known = challenge.memberId ?? (await memberOf(tx, challenge))
  const memberId = known ?? (await make(tx, challenge, handle, setting))
  const joinedAt = challenge.joinedAt ?? now
  await tx.signInChallenge.update({ where: { id: challenge.id }, data: { memberId, joinedAt }, select: { id: true } })
  const done = await signIn(tx, memberId, setting, { onward: openNext(challenge), isNewcomer: known === null })
  const { kind, address } = challenge
  return kind === 'email' ? { ...done, cookies: [...(done.cookies ?? []), knownCookie(address)] } : done
}

function provenChallenge(tx: Tx, browser: string, now: Date) {
  return tx.signInChallenge.findUnique({
    where: { browserHash: tokenHash(browser), provenAt: { not: null }, expiresAt: { gt: now } },
    select: { id: true, kind: true, address: true, subject: true, next: true, memberId: true, joinedAt: true },
  })
}

async function make(tx: Tx, proven: Proven, handle: string, { now, locale }: Setting): Promise<string> {
  await refuseIfExcluded(tx, proven, now)
  await refuseUnlessFree(tx, handle, 'handle')
  const id = newId()
  await tx.member.create({
    data: {
      id,
      handle,
      handleSkeleton: skeleton(handle),
      joinedAt: now,
      locale,
      waysIn: { create: { id: newId(), ...named(proven), addedAt: now } },
    },
    select: { id: true },
  })
  await record(tx, { kind: 'memberJoined', actorId: id, at: now })
  return id
}

// Of somebody whom a provider named nothing is kept but that: no address that we have not proven ourselves.
function named({ kind, address, subject }: Proven) {
  return kind === 'email' ? { kind, address } : { kind, subject }
}
