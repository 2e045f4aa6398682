import 'server-only'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { newId } from '../ids'
import { type Departure, depart, VISIT_MINUTES } from '../providers/ceremony'
import { configured } from '../providers/configured'
import type { ProviderName } from '../providers/names'
import { refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import type { VisitInput } from './schema'
import { visitCookie } from './visit-cookie'

type Prepared = Departure & { title: string }

/** Asks the provider where to send a browser. One that is not set up here does not exist. */
export async function prepareVisit(viewer: Viewer, { provider }: { provider: ProviderName }): Promise<Prepared> {
  const found = configured(provider)
  refuseUnless(found, 'notFound')
  return { ...(await depart(found, { isAgain: viewer.id !== null })), title: found.title }
}

/** Sends a browser to a provider, to sign in there; it is expected back once. Whoever is signed in must come back as the same member. */
export function visit(viewer: Viewer, { provider, onward }: VisitInput, setting: Setting, prepared: Prepared) {
  return leaveFor(provider, { memberId: viewer.id, isLink: false, onward }, setting, prepared)
}

type Leaving = { memberId: string | null; isLink: boolean; onward?: string | undefined }

/** Remembers who left, and for what. */
export async function leaveFor(
  kind: ProviderName,
  { memberId, isLink, onward }: Leaving,
  { tx, now, locale }: Setting,
  { address, state, cookies, title }: Prepared,
): Promise<Done> {
  const [id, token] = [newId(), newToken()]
  const expiresAt = new Date(now.getTime() + VISIT_MINUTES * 60_000)
  const hashes = { stateHash: tokenHash(state), browserHash: tokenHash(token) }
  await tx.providerVisit.create({
    data: { id, kind, ...hashes, memberId, isLink, startedAt: now, expiresAt },
    select: { id: true },
  })
  return { id, path: address, leadsTo: title, cookies: [...cookies, visitCookie({ token, locale, onward, isLink })] }
}

/** What was proven for this member and is not used up yet: for a minute it would open a session to a second tap. */
export async function forgetProofs(tx: Tx, memberId: string) {
  const ways = await tx.wayIn.findMany({ where: { memberId, kind: { not: 'email' } }, select: { subject: true } })
  const subjects = ways.flatMap(({ subject }) => (subject ? [subject] : []))
  await tx.providerVisit.deleteMany({ where: { OR: [{ memberId }, { subject: { in: subjects } }] } })
  await tx.signInChallenge.deleteMany({ where: { memberId } })
}
