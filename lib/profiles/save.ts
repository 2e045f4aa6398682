import 'server-only'
import { skeleton } from '../accounts/handle'
import { holdNames, refuseUnlessFree } from '../accounts/names'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { myProfilePath, SAVED } from '../paths'
import { Refusal } from '../refusal'
import type { Rendered } from '../text/render'
import { changed } from '../write'
import type { ProfileInput } from './schema'

/**
 * Says who one is: the whole profile at once, so that what is left out is gone. Refuses guests, suspended members, a name that looks
 * like somebody else's, and an operator that does not exist.
 */
export async function saveProfile(
  viewer: Viewer,
  input: ProfileInput,
  { tx, now, locale }: Setting,
  rendered: Rendered,
): Promise<Done> {
  refuseUnlessMember(viewer)
  const { id: memberId } = viewer
  const { name, operators, body, languages, ...shown } = input
  const operatorIds = await operatorIdsOf(tx, operators)
  await holdNames(tx)
  if (name) await refuseUnlessFree(tx, name, 'name', memberId)
  const said = {
    name: name ?? null,
    nameSkeleton: name ? skeleton(name) : null,
    languages: [...new Set(languages)],
    ...shown,
    ...(body ? rendered : { markdown: null, html: null, renderer: null }),
    savedAt: now,
  }
  await tx.profile.upsert({
    where: { memberId },
    create: { memberId, ...said },
    update: said,
    select: { memberId: true },
  })
  await tx.profileOperator.deleteMany({ where: { memberId } })
  await tx.profileOperator.createMany({ data: operatorIds.map((operatorId) => ({ memberId, operatorId })) })
  await record(tx, { kind: 'profileSaved', actorId: memberId, at: now })
  await changed(tx, [tags.member(memberId)])
  return { id: memberId, path: `${myProfilePath(locale)}#${SAVED}` }
}

async function operatorIdsOf(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)]
  const found = await tx.operator.findMany({ where: { slug: { in: wanted } }, select: { id: true } })
  if (found.length < wanted.length) throw new Refusal('invalid', { operators: { code: 'notAChoice' } })
  return found.map(({ id }) => id)
}
