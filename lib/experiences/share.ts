import 'server-only'
import { refuseUnlessMember } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { experiencePath, PUBLISHED } from '../paths'
import { operatorIdOf } from '../posts/operator'
import type { RenderedPost } from '../posts/rendered'
import { languageOf } from '../posts/schema'
import { Refusal } from '../refusal'
import { refuseBeyondDaily } from '../trust/daily'
import { refuseManyLinks } from '../trust/links'
import { changed } from '../write'
import { besides, monthsUntil, type ShareInput } from './schema'

/**
 * Shares what happened at a top-up. Refuses guests, suspended members, an operator, channel or way of paying that the ledger does
 * not know, and a month that is ahead or too long ago.
 */
export async function share(
  viewer: Viewer,
  input: ShareInput,
  { tx, now, locale }: Setting,
  rendered: RenderedPost,
): Promise<Done> {
  refuseUnlessMember(viewer)
  refuseManyLinks(viewer, rendered)
  await refuseBeyondDaily(viewer, tx, 'posts', now)
  const { operator, channel, payment, outcome, month, body } = input
  if (!monthsUntil(now).includes(month)) throw new Refusal('invalid', { month: { code: 'notAMonth' } })
  await refuseUnlessKnown(tx, 'channel', channel)
  await refuseUnlessKnown(tx, 'payment', payment)
  const { id } = await tx.post.create({
    data: {
      kind: 'experience',
      authorId: viewer.id,
      operatorId: await operatorIdOf(tx, operator),
      locale: languageOf(body, locale),
      ...rendered,
      postedAt: now,
      experience: { create: { channel, payment, outcome, month: new Date(`${month}-01`) } },
    },
    select: { id: true },
  })
  await record(tx, { kind: 'experienceShared', actorId: viewer.id, postId: id, at: now, codes: { outcome } })
  await changed(tx, [tags.experiences, tags.experience(id), tags.member(viewer.id)])
  return { id: String(id), path: `${experiencePath(locale, id)}#${PUBLISHED}` }
}

async function refuseUnlessKnown(tx: Tx, kind: 'channel' | 'payment', slug: string) {
  if (besides[kind].some((one) => one === slug)) return
  if ((await tx.subject.count({ where: { kind, slug } })) === 0)
    throw new Refusal('invalid', { [kind]: { code: 'notAChoice' } })
}
