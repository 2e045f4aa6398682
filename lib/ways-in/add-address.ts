import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { post } from '../mail/post'
import { NEW_ADDRESS, waysInPath } from '../paths'
import { refuseIf } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { memberWith } from '../sign-in/member-with'
import { codeHashOf, mayWrite, newCode } from '../sign-in/request'
import { CHALLENGE_MINUTES } from '../sign-in/schema'
import type { AddressInput } from './schema'

// A second tap on the button shall not write a second letter.
const AGAIN_MS = 60_000

/** Counts the letter as one for signing in: the same inbox gets both. */
export function mayWriteTo(viewer: Viewer, input: AddressInput, moment: Moment): Promise<boolean> {
  refuseUnlessFresh(viewer, moment.now)
  return mayWrite(viewer, input, moment)
}

/**
 * Sends a letter with a link and a code to an address that a member wants to sign in with. Whether it opens another account already is
 * not looked at: only whoever reads the letter learns that.
 */
export async function addAddress(
  viewer: Viewer,
  { email }: AddressInput,
  { tx, now, locale }: Setting,
  mayWriteLetter: boolean,
): Promise<Done> {
  refuseUnlessFresh(viewer, now)
  refuseIf((await memberWith(tx, email)) === viewer.id, 'alreadyYours')
  const path = `${waysInPath(locale)}#${NEW_ADDRESS}`
  const before = await tx.newAddress.findUnique({
    where: { memberId: viewer.id, address: email, attempts: 0, startedAt: { gt: new Date(now.getTime() - AGAIN_MS) } },
    select: { id: true },
  })
  if (before) return { id: before.id, path }
  const [id, link, code] = [newId(), newToken(), newCode()]
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)
  const asked = {
    id,
    address: email,
    linkHash: tokenHash(link),
    // Without a letter there is no code to guess.
    codeHash: codeHashOf(id, mayWriteLetter ? code : newToken()),
    attempts: 0,
    startedAt: now,
    expiresAt,
  }
  await tx.newAddress.upsert({
    where: { memberId: viewer.id },
    create: { memberId: viewer.id, ...asked },
    update: asked,
    select: { id: true },
  })
  const props = { link, code, minutes: CHALLENGE_MINUTES, handle: viewer.handle }
  if (mayWriteLetter) await post(tx, { template: 'newAddress', to: email, locale, props }, { now, expiresAt })
  return { id, path }
}
