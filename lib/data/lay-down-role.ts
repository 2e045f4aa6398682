import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { myDataPath, ROLE_LAID_DOWN } from '../paths'
import { refuseIf, refuseUnless } from '../refusal'
import type { LayDownInput } from './schema'

/** Becomes an ordinary member again. The last administrator cannot: nobody could run the site. To whoever holds no office this does not exist. */
export async function layDownRole(viewer: Viewer, _input: LayDownInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseIf(viewer.id === null, 'signInFirst')
  refuseUnless(viewer.role === 'moderator' || viewer.role === 'administrator', 'notFound')
  refuseUnlessFresh(viewer, now)
  if (viewer.role === 'administrator') {
    // All of them are held: of two who lay it down at once, the second sees that the first is gone.
    const administrators = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM "Member" m WHERE m.role = 'administrator' ORDER BY m.id FOR UPDATE`
    const others = administrators.map(({ id }) => id).filter((id) => id !== viewer.id)
    const suspended = { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
    const able = await tx.member.count({ where: { id: { in: others }, suspensions: { none: suspended } } })
    refuseIf(able === 0, 'lastAdministrator')
  }
  const { count } = await tx.member.updateMany({
    where: { id: viewer.id, role: viewer.role },
    data: { role: 'member' },
  })
  if (count > 0) await record(tx, { kind: 'roleLaidDown', actorId: viewer.id, at: now, codes: { role: viewer.role } })
  return { id: viewer.id, path: `${myDataPath(locale)}#${ROLE_LAID_DOWN}` }
}
