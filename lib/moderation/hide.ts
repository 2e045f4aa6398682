import 'server-only'
import { refuseUnlessModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { recount } from '../answers/recount'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { minePath } from '../paths'
import { authorTagsOf, homeOf, tagsOf, versionIdsOf } from '../posts/about'
import { lock, postFor } from '../posts/find'
import { recountStanding } from '../queue'
import { refuseIf, refuseUnless } from '../refusal'
import { recountReputation } from '../reputation/recount'
import { changed } from '../write'
import { BY_AUTHOR, type DismissInput, type HideInput, type RestoreInput } from './schema'

const KINDS = ['question', 'answer', 'comment', 'experience'] as const

/** Hides a post with a reason that its author reads, and settles its flags. To anybody but a moderator this does not exist. */
export async function hide(viewer: Viewer, input: HideInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessModerator(viewer)
  const { post: postId, reason, note = null } = input
  const { id, authorId } = await postFor(viewer, tx, postId, KINDS)
  await lockPage(tx, id)
  refuseIf(await removalOf(tx, id), 'closed')
  await tx.removal.create({
    data: { id: newId(), postId: id, removedById: viewer.id, reason, note, removedAt: now },
    select: { id: true },
  })
  await settle(tx, id, { decidedAt: now, decidedById: viewer.id, isUpheld: true })
  await recountReputation(tx, { id, authorId }, now)
  await record(tx, { kind: 'postHidden', actorId: viewer.id, postId: id, at: now, codes: { reason } })
  await shownAnew(tx, id)
  return { id: String(id), path: minePath(locale, id) }
}

/** Shows a hidden post again; why is kept with its removal. */
export async function restore(viewer: Viewer, input: RestoreInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessModerator(viewer)
  const { id, authorId } = await postFor(viewer, tx, input.post, KINDS)
  await lockPage(tx, id)
  const removal = await removalOf(tx, id)
  refuseUnless(removal && removal.reason !== BY_AUTHOR, 'closed')
  await tx.removal.update({
    where: { id: removal.id },
    data: { liftedAt: now, liftedById: viewer.id, liftReason: input.reason },
    select: { id: true },
  })
  await recountReputation(tx, { id, authorId }, now)
  await record(tx, { kind: 'postRestored', actorId: viewer.id, postId: id, at: now })
  await shownAnew(tx, id)
  return { id: String(id), path: minePath(locale, id) }
}

/** Nothing is wrong with it: settles the flags of a post that stays. */
export async function dismiss(viewer: Viewer, input: DismissInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessModerator(viewer)
  const { id } = await postFor(viewer, tx, input.post, KINDS)
  await lock(tx, id)
  const count = await settle(tx, id, { decidedAt: now, decidedById: viewer.id, isUpheld: false })
  refuseIf(count === 0, 'closed')
  await record(tx, { kind: 'flagsDismissed', actorId: viewer.id, postId: id, at: now })
  return { id: String(id), path: minePath(locale, id) }
}

async function settle(tx: Tx, postId: number, decision: { decidedAt: Date; decidedById: string; isUpheld: boolean }) {
  const open = { postId, decidedAt: null }
  const flaggers = await tx.flag.findMany({ where: open, select: { memberId: true } })
  const { count } = await tx.flag.updateMany({ where: open, data: decision })
  await recountStanding(
    tx,
    flaggers.map(({ memberId }) => memberId),
    decision.decidedAt,
  )
  return count
}

function removalOf(tx: Tx, postId: number) {
  return tx.removal.findFirst({ where: { postId, liftedAt: null }, select: { id: true, reason: true } })
}

// A question before its answer, always: two moderators at one question never wait for each other in a circle.
async function lockPage(tx: Tx, postId: number) {
  const answer = await tx.answer.findUnique({ where: { postId }, select: { questionId: true } })
  if (answer) await lock(tx, answer.questionId)
  await lock(tx, postId)
}

async function shownAnew(tx: Tx, postId: number) {
  const answer = await tx.answer.findUnique({ where: { postId }, select: { questionId: true } })
  if (answer) await recount(tx, answer.questionId)
  const home = await homeOf(tx, postId)
  if (!home) return
  const versions = home.kind === 'question' ? await versionIdsOf(tx, home.id) : []
  await changed(tx, [...tagsOf(home), ...versions.map(tags.question), ...(await authorTagsOf(tx, home))])
}
