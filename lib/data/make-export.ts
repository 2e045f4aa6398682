import 'server-only'
import { EXPORT_BYTES_MAX, EXPORT_DAYS } from '../accounts/data-terms'
import { db, type Tx } from '../db'
import { log } from '../log'
import { localeOf } from '../posts/views'
import { write } from '../write'
import { archiveOf } from './archive'
import { daysAfter } from './days'
import { writeTo } from './letters'
import { subjectOf } from './subject'

const PART_BYTES = 1_000_000
// Sixty-four pieces of a megabyte, each a statement.
const KEEP_MS = 60_000

/** Makes a copy that was asked for, once, and tells its owner. What a second process has made meanwhile stays. */
export async function makeExport(id: string, now: Date, bytesMax = EXPORT_BYTES_MAX) {
  const asked = await db().export.findUnique({
    where: { id, madeAt: null, failedAt: null },
    select: { memberId: true, locale: true },
  })
  if (!asked) return
  const archive = await archiveOf(await subjectOf(asked.memberId), localeOf(asked), now, bytesMax)
  if (!archive) log('error', 'a copy of somebody’s data is too large to be made', { id })
  await write((tx) => keep(tx, { id, memberId: asked.memberId }, archive, now), { timeoutMs: KEEP_MS })
}

async function keep(
  tx: Tx,
  { id, memberId }: { id: string; memberId: string },
  archive: Buffer | undefined,
  now: Date,
) {
  const waiting = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Export" WHERE id = ${id}::uuid AND "madeAt" IS NULL AND "failedAt" IS NULL FOR UPDATE`
  if (waiting.length === 0) return
  if (!archive) {
    await tx.export.update({ where: { id }, data: { failedAt: now }, select: { id: true } })
    return
  }
  for (let nth = 0; nth * PART_BYTES < archive.byteLength; nth += 1) {
    const bytes = Uint8Array.from(archive.subarray(nth * PART_BYTES, (nth + 1) * PART_BYTES))
    await tx.exportPart.create({ data: { exportId: id, nth, bytes }, select: { nth: true } })
  }
  // The newest replaces those before it: one file of everything is enough.
  await tx.export.deleteMany({ where: { memberId, id: { not: id } } })
  const expiresAt = daysAfter(now, EXPORT_DAYS)
  await tx.export.update({
    where: { id },
    data: { madeAt: now, bytes: archive.byteLength, expiresAt },
    select: { id: true },
  })
  await writeTo(tx, memberId, 'exportReady', expiresAt, now)
}
