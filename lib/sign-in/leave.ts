import 'server-only'
import { sessionCookieName, type Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { newId } from '../ids'
import { SIGNED_OUT, signInPath } from '../paths'
import { tokenHash } from '../secrets'
import { browserCookieName, noSessionCookies } from './cookies'
import type { SignOutInput } from './schema'
import { noVisitCookie, visitToken } from './visit-cookie'

/** Ends this session and the sign-in that led to it, here and in the database. Does no harm to whoever is not signed in. */
export async function leave(viewer: Viewer, _input: SignOutInput, { tx, locale, cookie }: Setting): Promise<Done> {
  const token = cookie(sessionCookieName())
  if (token) await tx.session.deleteMany({ where: { tokenHash: tokenHash(token) } })
  const browser = cookie(browserCookieName())
  if (browser) await tx.signInChallenge.deleteMany({ where: { browserHash: tokenHash(browser) } })
  const visit = visitToken(cookie)
  if (visit) await tx.providerVisit.deleteMany({ where: { browserHash: tokenHash(visit) } })
  const cookies = [...noSessionCookies(), noVisitCookie()]
  return { id: viewer.id ?? newId(), path: `${signInPath(locale)}#${SIGNED_OUT}`, cookies }
}
