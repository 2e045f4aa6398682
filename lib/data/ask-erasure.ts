import 'server-only'
import { GRACE_DAYS, REMINDER_DAYS } from '../accounts/data-terms'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { LEFT, signInPath } from '../paths'
import { tagsOfEverythingBy } from '../posts/about'
import { enqueue } from '../queue'
import { Refusal, refuseUnless } from '../refusal'
import { end } from '../sessions/end'
import { noSessionCookies } from '../sign-in/cookies'
import { changed } from '../write'
import { daysAfter } from './days'
import { writeTo } from './letters'
import type { ErasureInput } from './schema'

export const ERASE = 'erase'
export const REMIND = 'remind'

/**
 * Asks to be erased. From now on everybody sees a former member, and every browser is signed out; for some days it can be taken back.
 * Refuses whoever has not just proven who they are, holds an office, or typed another name. A suspended member may leave.
 */
export async function askErasure(viewer: Viewer, { handle, posts }: ErasureInput, setting: Setting): Promise<Done> {
  const { tx, now, locale } = setting
  refuseUnlessFresh(viewer, now)
  const done = { id: viewer.id, path: `${signInPath(locale)}#${LEFT}`, cookies: noSessionCookies() }
  const member = await held(tx, viewer.id)
  refuseUnless(member.role === 'member', 'handOverFirst')
  if (handle.toLowerCase() !== member.handle.toLowerCase())
    throw new Refusal('invalid', { handle: { code: 'notYourName' } })
  if (member.leftAt) return done
  const dueAt = daysAfter(now, GRACE_DAYS)
  await tx.erasure.create({
    data: { memberId: viewer.id, posts, askedAt: now, dueAt },
    select: { memberId: true },
  })
  await tx.member.update({ where: { id: viewer.id }, data: { leftAt: now }, select: { id: true } })
  await enqueue(tx, REMIND, viewer.id, now, daysAfter(dueAt, -REMINDER_DAYS))
  await enqueue(tx, ERASE, viewer.id, now, dueAt)
  await end(viewer, {}, setting)
  await record(tx, { kind: 'erasureAsked', actorId: viewer.id, at: now, codes: { posts } })
  await writeTo(tx, viewer.id, 'erasureAsked', dueAt, now)
  await changed(tx, await tagsOfEverythingBy(tx, viewer.id))
  return done
}

/** Who holds an office is looked at while nobody can give one: the viewer was known a moment ago. */
async function held(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.member.findUniqueOrThrow({ where: { id }, select: { handle: true, role: true, leftAt: true } })
}
