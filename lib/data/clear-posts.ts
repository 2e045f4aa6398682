import 'server-only'
import { tags } from '../cache/tags'
import type { Tx } from '../db'
import { locales } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { newId } from '../ids'
import { BY_AUTHOR } from '../moderation/schema'
import { recountReputation } from '../reputation/recount'
import { changed, write } from '../write'

// Posts in one transaction: some tenths of a second, so that whoever reads or writes there hardly waits.
const AT_ONCE = 200

/**
 * Takes the text out of everything that a member wrote. What nobody else has answered is hidden with what hangs under it; a question with
 * somebody else's answers stays, under a neutral title, because the answers are theirs. Goes on where the last one stopped.
 */
export async function clearPosts(memberId: string, now: Date) {
  while (!(await write((tx) => clearSome(tx, memberId, now)))) {
    // Each round is a transaction of its own.
  }
}

type Row = {
  id: number
  kind: string
  answer: { questionId: number } | null
  comment: { on: { id: number; answer: { questionId: number } | null } } | null
}

// True when there is nothing left. The row of the erasure is held, so that two processes take turns.
async function clearSome(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const [plan] = await tx.$queryRaw<{ upTo: number }[]>`
    SELECT "upTo" FROM "Erasure" WHERE "memberId" = ${memberId}::uuid FOR UPDATE`
  if (!plan) return true
  const posts = await tx.post.findMany({
    where: { authorId: memberId, kind: { not: 'guide' }, id: { gt: plan.upTo } },
    select: {
      id: true,
      kind: true,
      answer: { select: { questionId: true } },
      comment: { select: { on: { select: { id: true, answer: { select: { questionId: true } } } } } },
    },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
  })
  const last = posts.at(-1)
  if (!last) return true
  const ids = posts.map(({ id }) => id)
  const homes = [...new Set(posts.map(homeIn))]
  // In one order, pages before what stands on them, as everybody who writes there does (lib/posts/find.ts).
  await tx.$queryRaw`SELECT id FROM "Post" WHERE id = ANY(${[...homes, ...ids]}) ORDER BY id FOR NO KEY UPDATE`
  await takeTextsOut(tx, ids)
  await hide(tx, memberId, ids, now)
  await takePointsBack(tx, memberId, ids, now)
  await recount(tx, homes)
  await changed(tx, await tagsOf(tx, homes))
  await tx.erasure.update({ where: { memberId }, data: { upTo: last.id }, select: { memberId: true } })
  return posts.length < AT_ONCE
}

function homeIn({ id, answer, comment }: Row): number {
  return answer?.questionId ?? comment?.on.answer?.questionId ?? comment?.on.id ?? id
}

// The title is in the language of the question, like the answers under it.
async function takeTextsOut(tx: Tx, ids: number[]) {
  for (const locale of locales)
    await tx.post.updateMany({
      where: { id: { in: ids }, locale, kind: 'question' },
      data: { title: messages[locale].data.removedTitle },
    })
  await tx.post.updateMany({ where: { id: { in: ids } }, data: { markdown: '', html: '' } })
  await tx.mention.deleteMany({ where: { postId: { in: ids } } })
}

async function hide(tx: Tx, memberId: string, ids: number[], now: Date) {
  const answered = await tx.post.findMany({
    where: {
      id: { in: ids },
      kind: 'question',
      answers: { some: { post: { authorId: { not: memberId }, removals: { none: { liftedAt: null } } } } },
    },
    select: { id: true },
  })
  const staying = new Set(answered.map(({ id }) => id))
  const removals = ids
    .filter((id) => !staying.has(id))
    .map((postId) => ({ id: newId(), postId, removedById: memberId, reason: BY_AUTHOR, removedAt: now }))
  // What a moderator has hidden before stays hidden by them.
  await tx.removal.createMany({ data: removals, skipDuplicates: true })
  const decided = { decidedAt: now, decidedById: memberId, isUpheld: true }
  await tx.flag.updateMany({ where: { postId: { in: ids }, decidedAt: null }, data: decided })
}

// What is hidden earns nothing. Of most posts there are no entries.
async function takePointsBack(tx: Tx, authorId: string, ids: number[], now: Date) {
  const earning = await tx.reputationEntry.findMany({
    where: { postId: { in: ids }, reversedAt: null },
    select: { postId: true },
    distinct: ['postId'],
    orderBy: { postId: 'asc' },
  })
  for (const { postId } of earning) await recountReputation(tx, { id: postId, authorId }, now)
}

async function recount(tx: Tx, questions: number[]) {
  await tx.$executeRaw`
    UPDATE "Question" q SET "answerCount" = (
      SELECT count(*) FROM "Answer" a WHERE a."questionId" = q."postId"
        AND NOT EXISTS (SELECT FROM "Removal" r WHERE r."postId" = a."postId" AND r."liftedAt" IS NULL))
    WHERE q."postId" = ANY(${questions})`
}

// The pages, the lists, and the profiles that list what stands on these pages.
async function tagsOf(tx: Tx, homes: number[]): Promise<string[]> {
  const authors = await tx.post.findMany({
    where: { OR: [{ id: { in: homes } }, { answer: { questionId: { in: homes } } }] },
    select: { authorId: true },
    distinct: ['authorId'],
  })
  const pages = homes.flatMap((id) => [tags.question(id), tags.experience(id)])
  return [tags.questions, tags.experiences, ...pages, ...authors.map(({ authorId }) => tags.member(authorId))]
}
