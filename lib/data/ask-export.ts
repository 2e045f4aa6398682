import 'server-only'
import { EXPORT_DAYS, EXPORT_EVERY_HOURS } from '../accounts/data-terms'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { EXPORT_ASKED, myDataPath } from '../paths'
import { enqueue } from '../queue'
import { refuseIf } from '../refusal'
import type { AskExportInput } from './schema'

const HOUR_MS = 3_600_000
export const MAKE_EXPORT = 'export'

/**
 * Asks for a copy of everything that is kept about the viewer; it is made in the background. Refuses a second one within a day, and
 * whoever has not just proven who they are. A suspended member may.
 */
export async function askExport(viewer: Viewer, _input: AskExportInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessFresh(viewer, now)
  const { id: memberId } = viewer
  // One at a time for each member: two taps at once are one copy.
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
  const since = new Date(now.getTime() - EXPORT_EVERY_HOURS * HOUR_MS)
  const lately = await tx.export.count({ where: { memberId, askedAt: { gt: since }, failedAt: null } })
  refuseIf(lately > 0, 'exportedToday')
  const id = newId()
  const expiresAt = new Date(now.getTime() + EXPORT_DAYS * 24 * HOUR_MS)
  await tx.export.create({ data: { id, memberId, locale, askedAt: now, expiresAt }, select: { id: true } })
  await enqueue(tx, MAKE_EXPORT, id, now)
  await record(tx, { kind: 'exportAsked', actorId: memberId, at: now })
  return { id, path: `${myDataPath(locale)}#${EXPORT_ASKED}` }
}
