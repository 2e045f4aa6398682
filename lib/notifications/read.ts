import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { inboxPath } from '../paths'
import type { ReadInput } from './schema'

/** Marks the viewer's own notifications as read, and drops the letters and pushes about them that wait. Sets a state. */
export async function markRead(viewer: Viewer, input: ReadInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  const { home, operator, account, kind, until } = input
  await tx.notification.updateMany({
    where: {
      memberId: viewer.id,
      readAt: null,
      ...(home === undefined ? {} : { homeId: home }),
      ...(operator === undefined ? {} : { operator: { slug: operator } }),
      ...(account === undefined ? {} : { homeId: null, operatorId: null }),
      ...(kind === undefined ? {} : { kind }),
      ...(until === undefined ? {} : { madeAt: { lte: new Date(until) } }),
    },
    data: { readAt: now, mailDueAt: null, pushDueAt: null },
  })
  return { id: viewer.id, path: inboxPath(locale) }
}
