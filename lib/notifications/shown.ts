import type { Prisma } from '@/prisma/generated/client'
import { everybody } from '../posts/views'
import type { NotificationKind } from './kinds'

const MODERATED: NotificationKind[] = ['postHidden', 'postRestored']
const SPECIAL: NotificationKind[] = [...MODERATED, 'answerAccepted', 'flagUpheld']

/**
 * The notifications of a member that still tell the truth: of what is hidden nothing is told but to its author that it was hidden and
 * to who reported it that the report was right, and an acceptance that was taken back is none. Spread into every `where`.
 */
export function shownTo(memberId: string): Prisma.NotificationWhereInput {
  return {
    memberId,
    OR: [
      { kind: { in: MODERATED }, post: { authorId: memberId } },
      { kind: { notIn: SPECIAL }, post: everybody },
      { kind: { notIn: SPECIAL }, postId: null },
      { kind: 'answerAccepted', post: { ...everybody, answer: { acceptance: { isNot: null } } } },
      { kind: 'flagUpheld', post: { removals: { some: { liftedAt: null } } } },
    ],
  }
}

/** Those among them that stand in the inbox. */
export function listedFor(memberId: string): Prisma.NotificationWhereInput {
  return { AND: [shownTo(memberId), { isListed: true }] }
}
