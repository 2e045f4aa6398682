import 'server-only'
import type { Tx } from './db'
import { newId } from './ids'

/** Leaves work for the background, in the transaction that makes it necessary. `subject` is what the trade is handed (lib/jobs/timetable.ts). */
export async function enqueue(tx: Tx, kind: string, subject: string, at: Date) {
  const job = { id: newId(), kind, key: `${kind}:${subject}`, madeAt: at, dueAt: at }
  await tx.job.create({ data: job, select: { id: true } })
}
