import { Refusal } from '../refusal'
import type { MemberViewer } from './policy'
import type { Viewer } from './viewer'

/** A dangerous act needs a proof no older than this (features.md, row 161: NodeBB asks again after 60 minutes; ours are phones that are lent). */
export const FRESH_MINUTES = 15

/** Did this viewer prove who they are just now? */
export function isFresh({ session }: Viewer, now: Date): boolean {
  return session !== undefined && now.getTime() - session.startedAt.getTime() < FRESH_MINUTES * 60_000
}

/**
 * For acts that a borrowed phone or a stolen cookie must not do. Whoever signed in too long ago is sent to prove it again, and comes
 * back to the form, which is kept. Says nothing about suspension: that is for the verb to ask.
 */
export function refuseUnlessFresh(viewer: Viewer, now: Date): asserts viewer is MemberViewer {
  if (viewer.id === null) throw new Refusal('signInFirst')
  if (!isFresh(viewer, now)) throw new Refusal('proveAgain')
}
