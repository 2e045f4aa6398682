import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'

const hiding = { where: { liftedAt: null }, select: { id: true } } as const

const columns = {
  id: true,
  kind: true,
  locale: true,
  title: true,
  markdown: true,
  score: true,
  postedAt: true,
  operator: { select: { slug: true } },
  answer: { select: { questionId: true, question: { select: { title: true, removals: hiding } } } },
  comment: { select: { onId: true } },
  experience: { select: { channel: true, payment: true, outcome: true, month: true } },
  removals: {
    select: { reason: true, note: true, removedAt: true, liftedAt: true },
    orderBy: { removedAt: 'asc' },
  },
} as const satisfies Prisma.PostSelect
export type PostRow = Prisma.PostGetPayload<{ select: typeof columns }>

const AT_ONCE = 500

/** Everything that a member wrote, the oldest first, a page at a time. */
export async function* postsOf(authorId: string): AsyncGenerator<PostRow> {
  for (let last = 0; ; ) {
    const posts = await db().post.findMany({
      where: { authorId, id: { gt: last } },
      select: columns,
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    yield* posts
    last = posts.at(-1)?.id ?? last
    if (posts.length < AT_ONCE) return
  }
}

/** The same as a list, without the texts: these are files of their own. */
export async function postRows(authorId: string) {
  const rows = []
  for await (const { markdown: _text, answer, ...row } of postsOf(authorId))
    rows.push({ ...row, question: answer?.questionId, file: postFile(row) })
  return rows
}

export function postFile({ id, kind }: Pick<PostRow, 'id' | 'kind'>): string {
  return `posts/${String(id).padStart(8, '0')}-${kind}.md`
}
