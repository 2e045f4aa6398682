import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { newId } from '../ids'
import { notificationsPath } from '../paths'
import { refuseUnless } from '../refusal'
import { seal, tokenHash, unseal } from '../secrets'
import type { EndPushInput, SubscribeInput } from './schema'

/** Browsers of one member (features.md names no number): as many as sessions they may have. */
export const DEVICES_MAX = 10

/**
 * This browser wants pushes, for as long as it is signed in: what ends the session ends them. A browser is somebody's once: who signs in
 * there next and asks for pushes takes it over.
 */
export async function subscribe(
  viewer: Viewer,
  input: SubscribeInput,
  { tx, now, device, locale }: Setting,
): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  refuseUnless(viewer.session, 'signInFirst')
  const hash = tokenHash(input.endpoint)
  await tx.pushSubscription.deleteMany({ where: { hash } })
  const id = newId()
  const sealed = Uint8Array.from(seal('push', id, Buffer.from(JSON.stringify(input))))
  const { browser, system } = device()
  await tx.pushSubscription.create({
    data: { id, memberId: viewer.id, sessionId: viewer.session.id, hash, sealed, browser, system, addedAt: now },
    select: { id: true },
  })
  await endOldest(tx, viewer.id)
  return { id, path: `${notificationsPath(locale)}#push` }
}

/** One of the viewer's browsers gets no pushes any more. Refuses what is not theirs. */
export async function unsubscribe(
  viewer: Viewer,
  { subscription }: EndPushInput,
  { tx, locale }: Setting,
): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  const { count } = await tx.pushSubscription.deleteMany({ where: { id: subscription, memberId: viewer.id } })
  refuseUnless(count === 1, 'notFound')
  return { id: subscription, path: `${notificationsPath(locale)}#push` }
}

/** Where to send and with which keys; nothing when it was sealed under another secret. */
export function opened({ id, sealed }: { id: string; sealed: Uint8Array }): SubscribeInput | undefined {
  const plain = unseal('push', id, sealed)
  return plain && (JSON.parse(plain.toString('utf8')) as SubscribeInput)
}

async function endOldest(tx: Tx, memberId: string) {
  const spare = await tx.pushSubscription.findMany({
    where: { memberId },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    skip: DEVICES_MAX,
    select: { id: true },
  })
  if (spare.length > 0) await tx.pushSubscription.deleteMany({ where: { id: { in: spare.map(({ id }) => id) } } })
}
