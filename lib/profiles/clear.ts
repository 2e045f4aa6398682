import 'server-only'
import { refuseUnlessModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { CLEARED, memberMinePath } from '../paths'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { changed } from '../write'
import { type Clearable, type ClearInput, clearable } from './schema'

/**
 * Empties what a member shows of themselves, with a reason that they read: the introduction, the name beside the handle, the picture. What
 * was there is not kept. To anybody but a moderator this does not exist; where nothing is to be emptied, somebody has done it already.
 */
export async function clear(viewer: Viewer, input: ClearInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessModerator(viewer)
  const { member: handle, reason } = input
  const asked = clearable.filter((part) => input[part])
  if (asked.length === 0) throw new Refusal('invalid', { what: { code: 'notAChoice' } })
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } })
  refuseUnless(member, 'notFound')
  const emptied: Clearable[] = []
  for (const part of asked) if ((await empty[part](tx, member.id)).count > 0) emptied.push(part)
  refuseIf(emptied.length === 0, 'closed')
  const codes = { reason, what: emptied.join(' ') }
  await record(tx, { kind: 'profileCleared', actorId: viewer.id, aboutId: member.id, at: now, codes })
  await changed(tx, [tags.member(member.id)])
  return { id: member.id, path: `${memberMinePath(locale, handle)}#${CLEARED}` }
}

const empty: Record<Clearable, (tx: Tx, memberId: string) => Promise<{ count: number }>> = {
  name: (tx, memberId) =>
    tx.profile.updateMany({ where: { memberId, name: { not: null } }, data: { name: null, nameSkeleton: null } }),
  about: (tx, memberId) =>
    tx.profile.updateMany({
      where: { memberId, markdown: { not: null } },
      data: { markdown: null, html: null, renderer: null },
    }),
  picture: (tx, memberId) => tx.avatar.deleteMany({ where: { memberId } }),
}
