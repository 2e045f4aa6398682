import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { myDataPath, STAYED } from '../paths'
import { tagsOfEverythingBy } from '../posts/about'
import { refuseIf } from '../refusal'
import { changed } from '../write'
import { ERASE, REMIND } from './ask-erasure'
import { writeTo } from './letters'
import type { TakeBackInput } from './schema'

/**
 * Stays after all: everything is shown again as before. Once the erasing has begun it is too late. Needs no further proof: asking
 * signed everybody out, so whoever is here has signed in since.
 */
export async function takeBack(viewer: Viewer, _input: TakeBackInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  const done = { id: viewer.id, path: `${myDataPath(locale)}#${STAYED}` }
  const [erasure] = await tx.$queryRaw<{ begunAt: Date | null }[]>`
    SELECT "begunAt" FROM "Erasure" WHERE "memberId" = ${viewer.id}::uuid FOR UPDATE`
  if (!erasure) return done
  refuseIf(erasure.begunAt, 'erasureBegun')
  await tx.erasure.delete({ where: { memberId: viewer.id }, select: { memberId: true } })
  await tx.job.deleteMany({ where: { key: { in: [`${ERASE}:${viewer.id}`, `${REMIND}:${viewer.id}`] } } })
  await tx.member.update({ where: { id: viewer.id }, data: { leftAt: null }, select: { id: true } })
  await record(tx, { kind: 'erasureTakenBack', actorId: viewer.id, at: now })
  await writeTo(tx, viewer.id, 'erasureTakenBack', now, now)
  await changed(tx, await tagsOfEverythingBy(tx, viewer.id))
  return done
}
