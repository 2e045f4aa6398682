import 'server-only'
import { tags } from '../cache/tags'
import type { Tx } from '../db'

const columns = {
  id: true,
  kind: true,
  answer: { select: { questionId: true } },
  comment: { select: { on: { select: { id: true, kind: true, answer: { select: { questionId: true } } } } } },
} as const

/** The page on which a post stands: its question, its experience, or itself. */
export type Home = { kind: 'question' | 'experience'; id: number }

/** Where a post of a member stands. A guide is none: it has no page in this sense, and nothing is done to it here. */
export async function homeOf(tx: Pick<Tx, 'post'>, postId: number): Promise<Home | undefined> {
  const post = await tx.post.findUnique({ where: { id: postId }, select: columns })
  if (!post) return undefined
  if (post.answer) return { kind: 'question', id: post.answer.questionId }
  const on = post.comment?.on
  if (on?.answer) return { kind: 'question', id: on.answer.questionId }
  if (on) return { kind: on.kind === 'experience' ? 'experience' : 'question', id: on.id }
  return { kind: post.kind === 'experience' ? 'experience' : 'question', id: post.id }
}

/** What must be shown anew when something about this page changed: the page itself and the lists it stands in. */
export function tagsOf({ kind, id }: Home): string[] {
  if (kind === 'experience') return [tags.experience(id), tags.experiences]
  return [tags.question(id), tags.questions]
}

/** The members in whose list of contributions this page shows: who began it, and who answered. */
export async function authorTagsOf(tx: Pick<Tx, 'post'>, home: Home): Promise<string[]> {
  const posts = await tx.post.findMany({
    where: { OR: [{ id: home.id }, { answer: { questionId: home.id } }] },
    select: { authorId: true },
    distinct: ['authorId'],
  })
  return posts.map(({ authorId }) => tags.member(authorId))
}

/** Every language of a question, itself included: each shows links to the others. */
export async function versionIdsOf(tx: Pick<Tx, 'post'>, questionId: number): Promise<number[]> {
  const post = await tx.post.findUnique({ where: { id: questionId }, select: { translationOfId: true } })
  const original = post?.translationOfId ?? questionId
  const versions = await tx.post.findMany({
    where: { OR: [{ id: original }, { translationOfId: original }] },
    select: { id: true },
  })
  return versions.map(({ id }) => id)
}

/** Everything that shows this member's name: their profile, the pages on which they wrote, and the lists. */
export async function tagsOfEverythingBy(tx: Tx, authorId: string): Promise<string[]> {
  const posts = await tx.post.findMany({
    where: { authorId, kind: { not: 'guide' } },
    select: {
      id: true,
      answer: { select: { questionId: true } },
      comment: { select: { on: { select: { id: true, answer: { select: { questionId: true } } } } } },
    },
  })
  const homes = posts.map(
    ({ id, answer, comment }) => answer?.questionId ?? comment?.on.answer?.questionId ?? comment?.on.id ?? id,
  )
  return [
    tags.member(authorId),
    tags.questions,
    tags.experiences,
    ...homes.flatMap((id) => [tags.question(id), tags.experience(id)]),
  ]
}
