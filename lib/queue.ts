import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { newId } from './ids'

/**
 * Leaves work for the background, in the transaction that makes it necessary: not before `dueAt`, and once. `subject` is what the trade
 * is handed (lib/jobs/timetable.ts).
 */
export async function enqueue(tx: Tx, kind: string, subject: string, at: Date, dueAt = at) {
  const job = { id: newId(), kind, key: `${kind}:${subject}`, madeAt: at, dueAt }
  await tx.job.create({ data: job, select: { id: true } })
}

/**
 * The same for work that sets something right, and may be asked for again while it waits or is being done: it waits once. The row gets
 * another id each time, so that whoever is at it now deletes nothing and it is done once more (lib/jobs/work.ts).
 */
export async function enqueueAnew(tx: Tx, kind: string, subjects: readonly string[], dueAt: Date) {
  const rows = [...new Set(subjects)].sort().map((subject) => Prisma.sql`(${newId()}::uuid, ${`${kind}:${subject}`})`)
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Job" ("id", "kind", "key", "madeAt", "dueAt")
    SELECT "id", ${kind}, "key", ${dueAt}, ${dueAt} FROM (VALUES ${Prisma.join(rows)}) AS work ("id", "key")
    ON CONFLICT ("key") DO UPDATE
      SET "id" = EXCLUDED."id", "dueAt" = EXCLUDED."dueAt", "tries" = 0, "failedAt" = NULL, "failure" = NULL`
}

/** A member's level and badges are counted anew. */
export function recountStanding(tx: Tx, members: readonly string[], dueAt: Date) {
  return enqueueAnew(tx, 'standing', members, dueAt)
}
