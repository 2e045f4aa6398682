import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { CURATORS } from '../accounts/curators'
import { db } from '../db'
import type { Outcome } from '../experiences/schema'
import type { Locale } from '../i18n/locales'
import { everybody, localeOf } from '../posts/views'
import { oneVersionFor } from '../questions/versions'
import { slugOf } from '../text/slug'

/** Something that a member wrote and everybody may see, as one line of a list. An answer is named by its question. */
export type Contribution = { id: number; locale: Locale; postedAt: Date } & (
  | { kind: 'question'; slug: string; title: string }
  | { kind: 'answer'; question: number; slug: string; title: string; titleLocale: Locale; isAccepted: boolean }
  | { kind: 'experience'; operator: string; outcome: Outcome }
)
export type Counts = { questions: number; answers: number; accepted: number; experiences: number }
export type Contributions = Counts & { latest: Contribution[] }

const titled = { id: true, title: true, locale: true } as const
export const contributionColumns = {
  ...titled,
  kind: true,
  authorId: true,
  postedAt: true,
  operator: { select: { name: true } },
  answer: { select: { question: { select: titled }, acceptance: { select: { acceptedById: true } } } },
  experience: { select: { outcome: true } },
} as const satisfies Prisma.PostSelect

/**
 * What a profile lists. The curators answer what they ask, in several languages: each of their questions stands there once, in the
 * reader's.
 */
export function listedBy(authorId: string, locale: Locale): Prisma.PostWhereInput {
  if (authorId === CURATORS.id) return { authorId, kind: 'question', ...oneVersionFor(locale) }
  return { authorId, kind: { in: ['question', 'answer', 'experience'] } }
}

/** How much everybody may see of what a member wrote. That one accepts an answer of one's own says nothing. */
export async function countsOf(authorId: string, locale: Locale): Promise<Counts> {
  const where = { AND: [listedBy(authorId, locale), everybody] }
  const kinds = await db().post.groupBy({ by: ['kind'], where, _count: true })
  const accepted = await db().post.count({
    where: { ...where, answer: { acceptance: { acceptedById: { not: authorId } } } },
  })
  const count = (kind: 'question' | 'answer' | 'experience') => kinds.find((one) => one.kind === kind)?._count ?? 0
  return { questions: count('question'), answers: count('answer'), accepted, experiences: count('experience') }
}

type Row = Prisma.PostGetPayload<{ select: typeof contributionColumns }>

export function contribution(row: Row): Contribution | undefined {
  const { id, postedAt, answer, experience } = row
  const common = { id, postedAt, locale: localeOf(row) }
  if (row.kind === 'question') return { ...common, kind: 'question', ...named(row) }
  if (answer) {
    const { question, acceptance } = answer
    const about = { question: question.id, titleLocale: localeOf(question), ...named(question) }
    return {
      ...common,
      kind: 'answer',
      ...about,
      isAccepted: acceptance !== null && acceptance.acceptedById !== row.authorId,
    }
  }
  if (experience)
    return { ...common, kind: 'experience', operator: row.operator?.name ?? '', outcome: experience.outcome }
  return undefined
}

function named({ title }: { title: string | null }) {
  return { title: title ?? '', slug: slugOf(title ?? '') }
}
