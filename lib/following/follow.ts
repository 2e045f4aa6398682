import 'server-only'
import { type MemberViewer, refuseUnlessMember, refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import type { Locale } from '../i18n/locales'
import { newId } from '../ids'
import { followPath, minePath } from '../paths'
import { postFor } from '../posts/find'
import { refuseIf, refuseUnless } from '../refusal'
import { memberShown } from './queries'
import type { FollowInput } from './schema'

type Target = { postId: number } | { operatorId: string } | { guideId: string } | { followedId: string }

/**
 * Follows a question, an operator, a guide or another member, or stops. Sets a state. Refuses what is not there or not to be seen, and
 * oneself.
 */
export async function follow(viewer: Viewer, input: FollowInput, { tx, now, locale }: Setting): Promise<Done> {
  // Whoever is suspended may still stop: it is their own inbox.
  if (input.follow === 'yes') refuseUnlessMember(viewer)
  else refuseUnlessSignedIn(viewer)
  const target = await targetOf(viewer, tx, input, now)
  const stoppedAt = input.follow === 'yes' ? null : now
  const { id } = await tx.follow.upsert({
    where: uniquely(viewer.id, target),
    create: { id: newId(), memberId: viewer.id, ...target, followedAt: now, stoppedAt },
    update: { stoppedAt },
    select: { id: true },
  })
  return { id, path: pathOf(locale, input) }
}

/** Where one follows it, and comes back to. */
export function pathOf(locale: Locale, { post, operator, guide, member }: Omit<FollowInput, 'follow'>): string {
  if (post !== undefined) return `${minePath(locale, post)}#follow`
  if (member !== undefined) return followPath(locale, { member })
  if (operator !== undefined) return followPath(locale, { operator })
  return followPath(locale, guide === undefined ? {} : { guide })
}

async function targetOf(
  viewer: MemberViewer,
  tx: Tx,
  { post, operator, guide, member }: FollowInput,
  now: Date,
): Promise<Target> {
  if (member !== undefined) {
    const found = await memberShown(tx, member, now)
    refuseUnless(found, 'notFound')
    refuseIf(found.id === viewer.id, 'notAllowed')
    return { followedId: found.id }
  }
  if (post !== undefined) return { postId: (await postFor(viewer, tx, post, ['question'])).id }
  if (operator !== undefined) {
    const found = await tx.operator.findUnique({ where: { slug: operator }, select: { id: true } })
    refuseUnless(found, 'notFound')
    return { operatorId: found.id }
  }
  const found = await tx.guide.findUnique({ where: { slug: guide ?? '' }, select: { id: true } })
  refuseUnless(found, 'notFound')
  return { guideId: found.id }
}

function uniquely(memberId: string, target: Target) {
  if ('postId' in target) return { memberId_postId: { memberId, ...target } }
  if ('followedId' in target) return { memberId_followedId: { memberId, ...target } }
  if ('operatorId' in target) return { memberId_operatorId: { memberId, ...target } }
  return { memberId_guideId: { memberId, ...target } }
}
