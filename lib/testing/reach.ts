import { createECDH, randomBytes } from 'node:crypto'
import { db } from '../db'
import { newId } from '../ids'
import { tokenHash } from '../secrets'
import { sessionOf } from './factories'

/** What a browser would tell of itself: keys of its own, and an address at a push service. */
export function makePushAddress(endpoint = `https://fcm.googleapis.com/fcm/send/synthetic-${newId()}`) {
  const keys = createECDH('prime256v1')
  const auth = randomBytes(16)
  return { endpoint, p256dh: keys.generateKeys('base64url'), auth: auth.toString('base64url') }
}

/** A browser of this member that gets pushes. What is sealed in it opens for nobody. */
export async function makePushSubscription(memberId: string): Promise<string> {
  const id = newId()
  const session = { memberId, sessionId: await sessionOf(memberId) }
  const device = { browser: 'Synthetic', system: 'Synthetic', hash: tokenHash(id), sealed: new Uint8Array(40) }
  await db().pushSubscription.create({ data: { id, ...session, ...device, addedAt: new Date() } })
  return id
}

/** Work that the background gave up. */
export async function makeGivenUp(): Promise<string> {
  const [id, now] = [newId(), new Date()]
  const job = { id, kind: 'tell', key: `tell:${newId()}`, madeAt: now, dueAt: now, tries: 8 }
  await db().job.create({ data: { ...job, failedAt: now, failure: 'TypeError' } })
  return id
}
