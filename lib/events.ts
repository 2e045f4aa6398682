import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'
import { enqueue, recountStanding } from './queue'

/** Every kind of thing that happens here. Fan-out, the moderation log and the feeds read from these rows. */
export type Happening = { at: Date; actorId: string | null; codes?: Record<string, string | number> } & (
  | { kind: 'feedbackSent'; feedbackId: string }
  | {
      kind:
        | 'memberJoined'
        | 'signedIn'
        | 'sessionsEnded'
        | 'administratorClaimed'
        | 'profileSaved'
        | 'handleChanged'
        | 'avatarSaved'
        | 'avatarRemoved'
    }
  // About a member: what they earned, and what moderators and administrators decide about them.
  | {
      kind: 'levelChanged' | 'badgeAwarded' | 'badgeRevoked' | 'flairGranted' | 'flairWithdrawn' | 'profileCleared'
      aboutId: string
    }
  | {
      kind:
        | 'secondFactorAdded'
        | 'secondFactorRemoved'
        | 'secondFactorReset'
        | 'recoveryCodesMade'
        | 'recoveryCodeUsed'
        | 'passkeyRefused'
    }
  | { kind: 'wayInAdded' | 'wayInRemoved' }
  | { kind: 'workRetried' | 'workDropped' }
  | { kind: 'factChanged'; factId: string }
  | { kind: 'consentGiven' | 'exportAsked' | 'roleLaidDown' | 'erasureAsked' | 'erasureTakenBack' | 'memberErased' }
  | {
      kind:
        | 'questionAsked'
        | 'answerGiven'
        | 'commentMade'
        | 'experienceShared'
        | 'answerAccepted'
        | 'acceptanceTakenBack'
        | 'postFlagged'
        | 'flagsDismissed'
        | 'postHidden'
        | 'postRestored'
        | 'guideChanged'
        | 'votesReached'
      postId: number
    }
)

// What members may want to be told of: each is a job for the background (lib/notifications/tell.ts).
const TOLD = new Set<Happening['kind']>([
  'questionAsked',
  'answerGiven',
  'commentMade',
  'experienceShared',
  'answerAccepted',
  'flagsDismissed',
  'postHidden',
  'postRestored',
  'guideChanged',
  'votesReached',
  'factChanged',
  'levelChanged',
  'badgeAwarded',
])
// What a member's own level and badges depend on, besides votes, acceptances and decisions, whose verbs say so themselves.
const COUNTS = new Set<Happening['kind']>([
  'questionAsked',
  'answerGiven',
  'commentMade',
  'experienceShared',
  'profileSaved',
])

/** Writes what happened into the append-only log, in the transaction that makes it true. Ids and codes only. */
export async function record(tx: Tx, { kind, at, actorId, codes = {}, ...about }: Happening) {
  const id = newId()
  await tx.event.create({ data: { id, kind, at, actorId, codes, ...about }, select: { id: true } })
  if (actorId && COUNTS.has(kind)) await recountStanding(tx, [actorId], at)
  if (!TOLD.has(kind)) return
  await enqueue(tx, 'tell', id, at)
}
