import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { homeOf } from '../posts/about'
import type { aboutMember, NotificationKind } from './kinds'

/** What the news is about: a post on its page, an operator as a whole, or nothing but the member who is told. */
export type About = { postId: number; homeId: number } | { operatorId: string } | Record<never, never>

/** Whom an event concerns: some by name, or the followers of something. */
export type Audience = { kind: NotificationKind; about: About; mark?: number } & (
  | { members: readonly string[] }
  | { followers: Prisma.FollowWhereInput }
)

export const eventColumns = {
  id: true,
  kind: true,
  at: true,
  actorId: true,
  aboutId: true,
  codes: true,
  fact: { select: { key: true, operatorId: true } },
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
      mentions: { select: { memberId: true } },
    },
  },
} as const satisfies Prisma.EventSelect
export type Told = Prisma.EventGetPayload<{ select: typeof eventColumns }>
type Post = NonNullable<Told['post']>
type At = { postId: number; homeId: number }

// What happens to a member is told to that member.
const ofMember: Record<string, (typeof aboutMember)[number]> = { badgeAwarded: 'badge', levelChanged: 'level' }

/**
 * Whom this event concerns, those first whom it concerns most: everybody is told of it once. Nobody when it is of no such kind. Whoever
 * did it is taken out later.
 */
export async function audiencesOf(event: Told): Promise<Audience[]> {
  if (event.kind === 'factChanged') return event.fact ? ofFact(event.fact) : []
  const kind = ofMember[event.kind]
  if (kind && event.aboutId) return [{ kind, about: {}, members: [event.aboutId] }]
  const { post } = event
  const home = post && (await homeOf(db(), post.id))
  if (!post || !home) return []
  return ofPost(event, post, { postId: post.id, homeId: home.id })
}

async function ofPost({ kind, at, codes }: Told, post: Post, about: At): Promise<Audience[]> {
  const author = { about, members: [post.authorId] }
  if (kind === 'answerAccepted' || kind === 'postRestored') return [{ kind, ...author }]
  if (kind === 'postHidden') return [{ kind, ...author }, await flaggers('flagUpheld', about, at)]
  if (kind === 'flagsDismissed') return [await flaggers('flagDismissed', about, at)]
  if (kind === 'votesReached') return [{ kind, ...author, mark: markIn(codes) }]
  if (kind === 'guideChanged' && post.guideVersion)
    return [{ kind, about, followers: { guideId: post.guideVersion.guideId } }]
  if (kind === 'answerGiven' && post.answer)
    return [...(await ofAnswer(post.answer, about, await named(post, about))), ofAuthor(post, about)]
  if (kind === 'commentMade' && post.comment)
    return [{ kind: 'commentOnMine', about, members: [post.comment.on.authorId] }, await named(post, about)]
  if (kind === 'experienceShared') return [await named(post, about), ofAuthor(post, about)]
  if (kind !== 'questionAsked') return []
  const mentioned = await named(post, about)
  // Of a question in several languages only the original is news.
  if (post.translationOfId !== null) return [mentioned]
  const { operatorId } = post
  const ofOperator = operatorId ? [{ kind: 'operatorQuestion' as const, about, followers: { operatorId } }] : []
  return [mentioned, ...ofOperator, ofAuthor(post, about)]
}

// The asker is told as the asker, whether or not there is a row that says they follow: unless it says that they stopped.
async function ofAnswer(
  { questionId, question }: NonNullable<Post['answer']>,
  about: At,
  mentioned: Audience,
): Promise<Audience[]> {
  const asker = question.authorId
  const members = without([asker], await stoppedAt(questionId, [asker]))
  return [
    { kind: 'answerToMine', about, members },
    mentioned,
    { kind: 'answerToFollowed', about, followers: { postId: questionId, memberId: { not: asker } } },
  ]
}

// Whoever stopped following the page wants to hear no more of it, also when they are named there; and once is enough.
async function named({ id, mentions }: Post, about: At): Promise<Audience> {
  const all = mentions.map(({ memberId }) => memberId)
  const told = await db().notification.findMany({
    where: { postId: id, kind: 'mention', memberId: { in: all } },
    select: { memberId: true },
  })
  const silent = [...(await stoppedAt(about.homeId, all)), ...told.map(({ memberId }) => memberId)]
  return { kind: 'mention', about, members: without(all, silent) }
}

// Those who follow the member who wrote it, if that member lets everybody see what they write (lib/profiles).
function ofAuthor({ authorId }: Post, about: At): Audience {
  const lists = { OR: [{ profile: null }, { profile: { showsContributions: true } }] }
  return { kind: 'memberPosted', about, followers: { followedId: authorId, followed: lists } }
}

async function ofFact({ key, operatorId }: NonNullable<Told['fact']>): Promise<Audience[]> {
  const guides = await db().guide.findMany({
    where: { factKeys: { has: key } },
    select: { id: true, versions: { where: { post: { translationOfId: null } }, select: { postId: true } } },
  })
  const embedding = guides.flatMap(({ id, versions: [original] }): Audience[] => {
    if (!original) return []
    const about = { postId: original.postId, homeId: original.postId }
    return [{ kind: 'factChanged', about, followers: { guideId: id } }]
  })
  if (!operatorId) return embedding
  return [{ kind: 'factChanged', about: { operatorId }, followers: { operatorId } }, ...embedding]
}

// The reports that this decision settled.
async function flaggers(kind: 'flagUpheld' | 'flagDismissed', about: At, decidedAt: Date): Promise<Audience> {
  const flags = await db().flag.findMany({
    where: { postId: about.postId, decidedAt, isUpheld: kind === 'flagUpheld' },
    select: { memberId: true },
  })
  return { kind, about, members: [...new Set(flags.map(({ memberId }) => memberId))] }
}

async function stoppedAt(postId: number, members: readonly string[]): Promise<string[]> {
  const rows = await db().follow.findMany({
    where: { postId, memberId: { in: [...members] }, stoppedAt: { not: null } },
    select: { memberId: true },
  })
  return rows.map(({ memberId }) => memberId)
}

function without(members: readonly string[], some: readonly string[]): string[] {
  return members.filter((member) => !some.includes(member))
}

function markIn(codes: unknown): number {
  const { mark } = codes as { mark?: unknown }
  return typeof mark === 'number' ? mark : 0
}
