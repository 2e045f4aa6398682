import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { WAY_ADDED, waysInPath } from '../paths'
import { noVisitCookies } from '../providers/ceremony'
import type { ProviderName } from '../providers/names'
import { refuseIf } from '../refusal'
import { memberNamed } from '../sign-in/member-with'
import { leaveFor, prepareVisit } from '../sign-in/visit'
import { holdWaysIn } from './left'
import type { LinkInput } from './schema'
import { tellOfChange } from './tell'

/** Asks the provider only for whoever has just proven who they are. */
export function prepareLink(viewer: Viewer, input: LinkInput, { now }: Moment) {
  refuseUnlessFresh(viewer, now)
  return prepareVisit(viewer, input)
}

/** Sends a member to a provider, to link the account that they have there. */
export function goLink(
  viewer: Viewer,
  { provider }: LinkInput,
  setting: Setting,
  prepared: Awaited<ReturnType<typeof prepareLink>>,
): Promise<Done> {
  refuseUnlessFresh(viewer, setting.now)
  return leaveFor(provider, { memberId: viewer.id, isLink: true }, setting, prepared)
}

type Named = { kind: ProviderName; subject: string; memberId: string | null }

/** Back again: from now on whom the provider names signs in to this account. Only the member who left links anything. */
export async function link(viewer: Viewer, named: Named, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  refuseIf(viewer.id !== named.memberId, 'otherMember')
  const { kind, subject } = named
  await holdWaysIn(tx, viewer.id)
  const done = { path: `${waysInPath(locale)}#${WAY_ADDED}`, cookies: noVisitCookies() }
  const owner = await memberNamed(tx, kind, subject)
  if (owner === viewer.id) return { id: viewer.id, ...done }
  refuseIf(owner, 'wayTaken')
  refuseIf(await tx.wayIn.count({ where: { memberId: viewer.id, kind } }), 'oneOfEach')
  const id = newId()
  await tx.wayIn.create({ data: { id, memberId: viewer.id, kind, subject, addedAt: now }, select: { id: true } })
  await tellOfChange(tx, viewer.id, { change: 'added', kind, address: null }, now)
  return { id, ...done }
}
