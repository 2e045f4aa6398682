import 'server-only'
import { isFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { Refusal, refuseUnless } from '../refusal'

export type Download = { madeAt: Date; bytes: number; parts: () => AsyncGenerator<Uint8Array> }

/**
 * The file of an export. Refuses guests, whoever has not just proven who they are, and everybody but its owner, to whom it exists only
 * while it lies ready.
 */
export async function download(viewer: Viewer, id: string | undefined, now: Date): Promise<Download> {
  if (viewer.id === null) throw new Refusal('signInFirst')
  refuseUnless(id, 'notFound')
  const found = await db().export.findUnique({
    where: { id, memberId: viewer.id, expiresAt: { gt: now } },
    select: { madeAt: true, bytes: true },
  })
  refuseUnless(found?.madeAt && found.bytes, 'notFound')
  if (!isFresh(viewer, now)) throw new Refusal('proveAgain')
  return { madeAt: found.madeAt, bytes: found.bytes, parts: () => partsOf(id) }
}

async function* partsOf(exportId: string): AsyncGenerator<Uint8Array> {
  for (let nth = 0; ; nth += 1) {
    const part = await db().exportPart.findUnique({
      where: { exportId_nth: { exportId, nth } },
      select: { bytes: true },
    })
    if (!part) return
    yield part.bytes
  }
}
