import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'
import { enqueue } from './queue'

/** Every kind of thing that happens here. Fan-out, the moderation log and the feeds read from these rows. */
export type Happening = { at: Date; actorId: string | null; codes?: Record<string, string | number> } & (
  | { kind: 'feedbackSent'; feedbackId: string }
  | { kind: 'memberJoined' | 'signedIn' | 'sessionsEnded' | 'administratorClaimed' | 'profileSaved' | 'handleChanged' }
  | { kind: 'workRetried' | 'workDropped' }
  | { kind: 'factChanged'; factId: string }
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
])

/** Writes what happened into the append-only log, in the transaction that makes it true. Ids and codes only. */
export async function record(tx: Tx, { kind, at, actorId, codes = {}, ...about }: Happening) {
  const id = newId()
  await tx.event.create({ data: { id, kind, at, actorId, codes, ...about }, select: { id: true } })
  if (!TOLD.has(kind)) return
  await enqueue(tx, 'tell', id, at)
}
