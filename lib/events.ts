import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'

/** Every kind of thing that happens here. Fan-out, the moderation log and the feeds read from these rows. */
export type Happening = { at: Date; actorId: string | null; codes?: Record<string, string | number> } & (
  | { kind: 'feedbackSent'; feedbackId: string }
  | { kind: 'memberJoined' | 'signedIn' | 'sessionsEnded' | 'administratorClaimed' | 'profileSaved' | 'handleChanged' }
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
      postId: number
    }
)

// What members may want to be told of: each is a job for the background (lib/notifications/tell.ts).
const TOLD = new Set<Happening['kind']>([
  'questionAsked',
  'answerGiven',
  'commentMade',
  'answerAccepted',
  'postHidden',
  'postRestored',
  'guideChanged',
])

/** Writes what happened into the append-only log, in the transaction that makes it true. Ids and codes only. */
export async function record(tx: Tx, { kind, at, actorId, codes = {}, ...about }: Happening) {
  const id = newId()
  await tx.event.create({ data: { id, kind, at, actorId, codes, ...about }, select: { id: true } })
  if (!TOLD.has(kind)) return
  await later(tx, { kind: 'tell', subject: id, at })
}

/** Leaves work for the background (lib/jobs/timetable.ts), in the transaction that makes it necessary; not before `dueAt`. */
export async function later(
  tx: Tx,
  { kind, subject, at, dueAt = at }: { kind: string; subject: string; at: Date; dueAt?: Date },
) {
  const job = { id: newId(), kind, key: `${kind}:${subject}`, madeAt: at, dueAt }
  await tx.job.create({ data: job, select: { id: true } })
}
