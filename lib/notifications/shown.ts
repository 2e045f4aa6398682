import type { Prisma } from '@/prisma/generated/client'
import { everybody } from '../posts/views'
import { aboutMember } from './kinds'

const MODERATED = ['postHidden', 'postRestored'] as const

/**
 * The notifications of a member that still tell the truth: of what is hidden nothing is told but to its author that it was hidden, and
 * an acceptance that was taken back is none. Spread into every `where`.
 */
export function shownTo(memberId: string): Prisma.NotificationWhereInput {
  return {
    memberId,
    OR: [
      { kind: { in: [...MODERATED] }, post: { authorId: memberId } },
      { kind: { in: [...aboutMember] } },
      { kind: { notIn: [...MODERATED, ...aboutMember, 'answerAccepted'] }, post: everybody },
      { kind: 'answerAccepted', post: { ...everybody, answer: { acceptance: { isNot: null } } } },
    ],
  }
}
