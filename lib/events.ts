import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'

/** Every kind of thing that happens here. Fan-out, the moderation log and the feeds read from these rows. */
export type Happening = { at: Date; actorId: string | null; codes?: Record<string, string | number> } & (
  | { kind: 'feedbackSent'; feedbackId: string }
  | { kind: 'memberJoined' | 'signedIn' | 'sessionsEnded' | 'administratorClaimed' | 'profileSaved' | 'handleChanged' }
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
      postId: number
    }
)

/** Writes what happened into the append-only log, in the transaction that makes it true. Ids and codes only. */
export async function record(tx: Tx, { kind, at, actorId, codes = {}, ...about }: Happening) {
  await tx.event.create({ data: { id: newId(), kind, at, actorId, codes, ...about }, select: { id: true } })
}
