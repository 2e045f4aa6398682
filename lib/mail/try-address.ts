import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Locale } from '../i18n/locales'
import { notificationsPath } from '../paths'

/** Since when a mail server takes no letters for this viewer; nothing while one of their addresses is taken. */
export async function refusedSince(viewer: Viewer): Promise<Date | undefined> {
  if (viewer.id === null) return undefined
  const ways = await db().wayIn.findMany({
    where: { memberId: viewer.id, kind: 'email' },
    select: { refusedAt: true },
    orderBy: { refusedAt: 'desc' },
  })
  const refused = ways.flatMap(({ refusedAt }) => refusedAt ?? [])
  return ways.length > 0 && refused.length === ways.length ? refused[0] : undefined
}

type Setting = { tx: Tx; locale: Locale }

/** The viewer says that their mailbox takes letters again. Sets a state; the next letter tries it. */
export async function tryAddress(viewer: Viewer, _input: object, { tx, locale }: Setting) {
  refuseUnlessSignedIn(viewer)
  await tx.wayIn.updateMany({ where: { memberId: viewer.id, kind: 'email' }, data: { refusedAt: null } })
  return { id: viewer.id, path: `${notificationsPath(locale)}#mail` }
}
