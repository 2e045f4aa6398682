import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'

/** Every kind of thing that happens here. Fan-out, the moderation log and the feeds read from these rows. */
export type Happening = {
  kind: 'feedbackSent'
  actorId: string | null
  feedbackId: string
  at: Date
  codes: { kind: string }
}

/** Writes what happened into the append-only log, in the transaction that makes it true. Ids and codes only. */
export async function record(tx: Tx, { kind, at, actorId, feedbackId, codes }: Happening) {
  await tx.event.create({ data: { id: newId(), kind, at, actorId, feedbackId, codes }, select: { id: true } })
}
