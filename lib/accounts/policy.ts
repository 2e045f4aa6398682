import { Refusal } from '../refusal'
import type { Viewer } from './viewer'

export type MemberViewer = Extract<Viewer, { id: string }>

/** May this viewer write at all? A guest is told to sign in, a suspended member that they may not, one who is leaving to take it back. */
export function refuseUnlessMember(viewer: Viewer): asserts viewer is MemberViewer {
  if (viewer.id === null) throw new Refusal('signInFirst')
  if (viewer.isSuspended) throw new Refusal('suspended')
  if (viewer.isLeaving) throw new Refusal('leaving')
}

/** What belongs to one person alone (their inbox, their letters): a suspended member may still see to it. */
export function refuseUnlessSignedIn(viewer: Viewer): asserts viewer is MemberViewer {
  if (viewer.id === null) throw new Refusal('signInFirst')
}

/** To whoever is no moderator, what moderators do does not exist. */
export function refuseUnlessModerator(viewer: Viewer): asserts viewer is MemberViewer {
  if (viewer.id === null || !isModerator(viewer)) throw new Refusal('notFound')
}

/** To whoever is no administrator, what administrators do does not exist. */
export function refuseUnlessAdministrator(viewer: Viewer): asserts viewer is MemberViewer {
  if (viewer.id === null || !isAdministrator(viewer)) throw new Refusal('notFound')
}

/** Reads what readers write to the people who run the site. A suspended one does not. */
export function isAdministrator(viewer: Viewer): boolean {
  return viewer.role === 'administrator' && !viewer.isSuspended
}

/** Hides, restores, decides on flags. A suspended one does not. */
export function isModerator(viewer: Viewer): boolean {
  return (viewer.role === 'moderator' || viewer.role === 'administrator') && !viewer.isSuspended
}
