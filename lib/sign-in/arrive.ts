import 'server-only'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { signInHandlePath } from '../paths'
import { identify, noVisitCookies, type Person } from '../providers/ceremony'
import { configured } from '../providers/configured'
import type { ProviderName } from '../providers/names'
import { refuseIf, refuseUnless } from '../refusal'
import { newToken, tokenHash } from '../secrets'
import { link } from '../ways-in/link'
import { browserCookie } from './cookies'
import { memberNamed, memberWith } from './member-with'
import { sealNext } from './next'
import { HANDLE_MINUTES, type ReturnInput } from './schema'
import { isRecent, signIn } from './session'
import { visitToken } from './visit-cookie'

/** Somebody who is back from a provider: who they are there, and for what they had left. */
type Arrival = Person & { kind: ProviderName; memberId: string | null; isLink: boolean }

/**
 * Who came back, from a visit that this browser made and that has not been used. It is used up before the provider is asked, so that an
 * answer counts once, however often it comes; a second tap within a minute gets what the first one got.
 */
export async function receive(_viewer: Viewer, input: ReturnInput, { now, cookie }: Moment): Promise<Arrival> {
  const { provider: kind, onward: _onward, purpose: _purpose, ...answer } = input
  const provider = configured(kind)
  refuseUnless(provider, 'notFound')
  const browserHash = tokenHash(visitToken(cookie) ?? '')
  const where = { kind, stateHash: tokenHash(answer.state), browserHash, expiresAt: { gt: now } }
  const visit = await db().providerVisit.findFirst({
    where,
    select: { id: true, memberId: true, isLink: true, returnedAt: true, subject: true, address: true },
  })
  refuseUnless(visit, 'signInEnded')
  const { id, memberId, isLink } = visit
  if (visit.returnedAt && visit.subject && isRecent(visit.returnedAt, now))
    return { kind, memberId, isLink, subject: visit.subject, address: visit.address ?? undefined }
  const { count } = await db().providerVisit.updateMany({ where: { id, returnedAt: null }, data: { returnedAt: now } })
  refuseUnless(count === 1, 'signInEnded')
  const person = await identify(provider, answer, cookie)
  const { subject, address = null } = person
  await db().providerVisit.updateMany({ where: { id }, data: { subject, address } })
  return { ...person, kind, memberId, isLink }
}

/**
 * Signs in whom a provider named, links what they had left to link, or leads somebody new to choose a handle. An address that the
 * provider has not verified counts for nothing, and a verified one never opens an account that has it: that one is told to sign in the
 * way it knows, and to link the provider there.
 */
export async function arrive(viewer: Viewer, input: ReturnInput, setting: Setting, arrival: Arrival): Promise<Done> {
  if (arrival.isLink) return link(viewer, arrival, setting)
  const { tx } = setting
  const memberId = await memberNamed(tx, arrival.kind, arrival.subject)
  refuseIf(arrival.memberId && arrival.memberId !== memberId, 'otherMember')
  if (!memberId) return welcome(tx, input, setting, arrival)
  const done = await signIn(tx, memberId, setting, { onward: input.onward })
  return { ...done, cookies: [...(done.cookies ?? []), ...noVisitCookies()] }
}

// Somebody new. What is proven waits for a handle, as after a letter; it has no link and no code that anybody could know.
async function welcome(tx: Tx, { onward }: ReturnInput, { now, locale }: Setting, { kind, subject, address }: Arrival) {
  refuseIf(address && (await memberWith(tx, address)), 'addressKnown')
  const [id, browser] = [newId(), newToken()]
  await tx.signInChallenge.create({
    data: {
      id,
      kind,
      subject,
      address: '',
      locale,
      next: sealNext(id, onward),
      linkHash: tokenHash(newToken()),
      codeHash: tokenHash(newToken()),
      browserHash: tokenHash(browser),
      startedAt: now,
      provenAt: now,
      expiresAt: new Date(now.getTime() + HANDLE_MINUTES * 60_000),
    },
    select: { id: true },
  })
  return { id, path: signInHandlePath(locale), cookies: [browserCookie(browser), ...noVisitCookies()] }
}
