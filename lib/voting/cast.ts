import 'server-only'
import type { Vote } from '@/prisma/generated/client'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { MARKS } from '../notifications/kinds'
import { postAnchor } from '../paths'
import { homeOf, tagsOf } from '../posts/about'
import { lock, postFor } from '../posts/find'
import { pathOf } from '../posts/path'
import { refuseIf, refuseUnless } from '../refusal'
import { recountReputation } from '../reputation/recount'
import { refuseUnlessAble } from '../trust/abilities'
import { refuseBeyondDaily } from '../trust/daily'
import { changed } from '../write'
import type { VoteInput } from './schema'

/**
 * Sets the viewer's vote on a question or an answer: 1, -1, or 0 for none. One row for each voter and post, and the score counted
 * anew in the same transaction while the post is held (four of five peers add up instead, and lose: design, section 6).
 * Refuses guests, suspended members, one's own post, what is not there or not to be seen, a vote down by whoever is new, and more votes
 * than a day has.
 */
export async function cast(viewer: Viewer, { post: postId, value }: VoteInput, setting: Setting): Promise<Done> {
  refuseUnlessMember(viewer)
  const { tx, now, locale } = setting
  const post = await postFor(viewer, tx, postId, ['question', 'answer'])
  refuseIf(post.authorId === viewer.id, 'ownPost')
  if (value < 0) refuseUnlessAble(viewer, 'voteDown')
  const home = await homeOf(tx, postId)
  refuseUnless(home, 'notFound')
  await lock(tx, postId)
  const before = await tx.vote.findUnique({ where: mine(postId, viewer.id), select: { value: true } })
  if ((before?.value ?? 0) !== value) {
    if (value !== 0 && !before) await refuseBeyondDaily(viewer, tx, 'votes', now)
    await set(tx, { postId, memberId: viewer.id, value, castAt: now })
    await recount(tx, postId)
    if (value === 1) await noteMark(tx, postId, now)
    await changed(tx, [...tagsOf(home), tags.member(post.authorId)])
    await recountReputation(tx, post, now, viewer.id)
  }
  return { id: String(postId), path: `${pathOf(home, locale)}#${postAnchor(postId)}` }
}

const mine = (postId: number, memberId: string) => ({ postId_memberId: { postId, memberId } })

async function set(tx: Tx, { postId, memberId, value, castAt }: Omit<Vote, 'id'>) {
  if (value === 0) await tx.vote.deleteMany({ where: { postId, memberId } })
  else
    await tx.vote.upsert({
      where: mine(postId, memberId),
      create: { id: newId(), postId, memberId, value, castAt },
      update: { value, castAt },
      select: { id: true },
    })
}

// So many members found it helpful: news the first time only, whatever is taken back and given again. The log of events remembers.
async function noteMark(tx: Tx, postId: number, at: Date) {
  const votes = await tx.vote.count({ where: { postId, value: 1 } })
  const mark = MARKS.findLast((one) => one <= votes)
  if (mark === undefined) return
  const told = await tx.event.count({ where: { postId, kind: 'votesReached', codes: { path: ['mark'], gte: mark } } })
  if (told === 0) await record(tx, { kind: 'votesReached', actorId: null, postId, at, codes: { mark } })
}

async function recount(tx: Tx, postId: number) {
  const { _sum } = await tx.vote.aggregate({ where: { postId }, _sum: { value: true } })
  await tx.post.update({ where: { id: postId }, data: { score: _sum.value ?? 0 }, select: { id: true } })
}
