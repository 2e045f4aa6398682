import 'server-only'
import type { Prisma } from '../../prisma/generated/client'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import { refuseUnless } from '../refusal'
import { visibleTo } from './visible'

const columns = { id: true, kind: true, authorId: true, title: true } as const
type Kind = 'question' | 'answer' | 'comment' | 'experience' | 'guide'
export type PostRow = Prisma.PostGetPayload<{ select: typeof columns }>

/** A post of one of these kinds that the viewer may see; what they may not see does not exist. */
export async function postFor(viewer: Viewer, tx: Tx, id: number, kinds: readonly Kind[]): Promise<PostRow> {
  const post = await tx.post.findFirst({
    where: { id, kind: { in: [...kinds] }, ...visibleTo(viewer) },
    select: columns,
  })
  refuseUnless(post, 'notFound')
  return post
}

/**
 * Holds a post until the transaction ends. Whoever changes a counter or a state of a post takes it first, so that two never count
 * from the same sum. NO KEY: a row that only refers to the post (a badge, a notification) need not wait, which had gone in a circle.
 */
export async function lock(tx: Tx, postId: number) {
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ${postId} FOR NO KEY UPDATE`
}
