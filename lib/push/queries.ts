import 'server-only'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { pushKeys } from './keys'

/** A browser that gets pushes. `hash` lets the browser itself know that it is meant; to anybody else it says nothing. */
export type PushDevice = { id: string; hash: string; browser: string; system: string; addedAt: Date }

/** The viewer's browsers that get pushes, and the key that a browser is told. Nothing for a guest. */
export async function pushDevices(viewer: Viewer): Promise<{ key: string; devices: PushDevice[] } | undefined> {
  if (viewer.id === null) return undefined
  const [{ publicKey }, devices] = await Promise.all([
    pushKeys(),
    db().pushSubscription.findMany({
      where: { memberId: viewer.id },
      select: { id: true, hash: true, browser: true, system: true, addedAt: true },
      orderBy: { addedAt: 'desc' },
    }),
  ])
  return { key: publicKey, devices }
}
