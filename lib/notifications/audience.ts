import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import type { MailedKind } from './kinds'

/** Whom an event concerns: some by name, and the followers of something. */
export type Audience = {
  kind: MailedKind
  members: string[]
  followers?: { kind: MailedKind; of: Prisma.FollowWhereInput }
}

export const eventColumns = {
  id: true,
  kind: true,
  at: true,
  actorId: true,
  aboutId: true,
  post: {
    select: {
      id: true,
      kind: true,
      authorId: true,
      operatorId: true,
      translationOfId: true,
      answer: { select: { questionId: true, question: { select: { authorId: true } } } },
      comment: { select: { on: { select: { authorId: true } } } },
      guideVersion: { select: { guideId: true } },
    },
  },
} as const satisfies Prisma.EventSelect
export type Told = Prisma.EventGetPayload<{ select: typeof eventColumns }>
type Post = NonNullable<Told['post']>

/** Whom this event concerns; nobody when it is of no such kind. Whoever did it is taken out later. */
export async function audienceOf(kind: string, post: Post): Promise<Audience | undefined> {
  if (kind === 'answerGiven' && post.answer) return ofAnswer(post.answer)
  if (kind === 'commentMade' && post.comment) return { kind: 'commentOnMine', members: [post.comment.on.authorId] }
  if (kind === 'answerAccepted') return { kind, members: [post.authorId] }
  if (kind === 'postHidden' || kind === 'postRestored') return { kind, members: [post.authorId] }
  // Of a question in several languages only the original is news.
  if (kind === 'questionAsked' && post.operatorId && post.translationOfId === null)
    return followersOf('operatorQuestion', { operatorId: post.operatorId })
  if (kind === 'guideChanged' && post.guideVersion)
    return followersOf('guideChanged', { guideId: post.guideVersion.guideId })
  return undefined
}

// The asker is told as the asker, whether or not there is a row that says they follow: unless it says that they stopped.
async function ofAnswer({ questionId, question }: NonNullable<Post['answer']>): Promise<Audience> {
  const asker = question.authorId
  const stopped = await db().follow.count({
    where: { memberId: asker, postId: questionId, stoppedAt: { not: null } },
  })
  return {
    kind: 'answerToMine',
    members: stopped > 0 ? [] : [asker],
    followers: { kind: 'answerToFollowed', of: { postId: questionId, memberId: { not: asker } } },
  }
}

function followersOf(kind: MailedKind, of: Prisma.FollowWhereInput): Audience {
  return { kind, members: [], followers: { kind, of } }
}
