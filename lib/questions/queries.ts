import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { Prisma } from '@/prisma/generated/client'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import {
  type Byline,
  byline,
  bylineColumns,
  type CommentView,
  comment,
  commentColumns,
  commentsOf,
  everybody,
  type Listed,
  listing,
  localeOf,
  pageOf,
} from '../posts/views'
import { excerpt } from '../text/excerpt'
import { slugOf } from '../text/slug'
import { oneVersionFor, type Version, versionColumns, versionsOf } from './versions'

export type OperatorLink = { slug: string; name: string }
export type QuestionCard = Byline & {
  id: number
  slug: string
  locale: Locale
  title: string
  excerpt: string
  score: number
  answerCount: number
  isSolved: boolean
  operator: OperatorLink | undefined
}
export type AnswerView = Byline & {
  id: number
  locale: Locale
  html: string
  score: number
  isAccepted: boolean
  comments: CommentView[]
}
export type QuestionPage = Omit<QuestionCard, 'excerpt'> & {
  html: string
  summary: string
  comments: CommentView[]
  answers: AnswerView[]
  /** Where the answers go on, when there are more. */
  after: string | undefined
  /** In which languages it can be read, itself included. */
  versions: Version[]
}

const ANSWERS_PER_PAGE = 30
// What fits into a search of a few milliseconds in memory; an index replaces it.
const SEARCHED_MAX = 300
const EXCERPT_CHARACTERS = 110
const SUMMARY_CHARACTERS = 160

const hiding = { where: { liftedAt: null }, select: { id: true } } as const
const operatorColumns = { select: { slug: true, name: true } } as const
const cardColumns = {
  ...bylineColumns,
  title: true,
  markdown: true,
  score: true,
  operator: operatorColumns,
  question: {
    select: {
      answerCount: true,
      acceptance: { select: { answerId: true, answer: { select: { post: { select: { removals: hiding } } } } } },
    },
  },
} as const satisfies Prisma.PostSelect

type Wanted = { locale: Locale; operator?: string; before?: number }

/** Questions, newest first, from `before` on; of one operator when a slug is given. Each once, in the reader's language if it can be. */
export function questionList({ locale, operator, before }: Wanted): Promise<Listed<QuestionCard>> {
  return throughCache([tags.questions], (since) => listed(locale, operator ?? null, before ?? null, since))
}

async function listed(
  locale: Locale,
  operator: string | null,
  before: number | null,
  _since: number,
): Promise<Listed<QuestionCard>> {
  'use cache'
  cacheTag(tags.questions)
  cacheLife('hours')
  const { where, ...page } = listing('question', operator, before)
  const found = { ...page, where: { AND: [where, oneVersionFor(locale)] }, select: cardColumns }
  return pageOf(await db().post.findMany(found), card)
}

/** The latest questions in every language, for search. */
export function latestQuestions(): Promise<QuestionCard[]> {
  return throughCache([tags.questions], (since) => latest(since))
}

async function latest(_since: number): Promise<QuestionCard[]> {
  'use cache'
  cacheTag(tags.questions)
  cacheLife('hours')
  const page = { ...listing('question', null, null), take: SEARCHED_MAX }
  return (await db().post.findMany({ ...page, select: cardColumns })).map(card)
}

/** A question with its answers, the accepted one first. Nothing when everybody may not see it. */
export function questionPage(id: number, after?: string): Promise<QuestionPage | undefined> {
  return throughCache([tags.question(id)], (since) => read(id, cursorFrom(after), since))
}

type Cursor = { score: number; id: number }

async function read(id: number, cursor: Cursor | null, _since: number): Promise<QuestionPage | undefined> {
  'use cache'
  cacheTag(tags.question(id))
  cacheLife('hours')
  const row = await db().post.findFirst({
    where: { id, kind: 'question', ...everybody },
    select: { ...cardColumns, ...versionColumns, html: true, comments: commentColumns },
  })
  if (!row) return undefined
  const accepted = acceptedIn(row)
  const first =
    cursor || !accepted ? [] : await answers({ where: { question: { id }, post: { id: accepted } }, take: 1 })
  const rest = await answers({
    where: { question: { id }, post: { id: { not: accepted ?? 0 }, ...(cursor ? behind(cursor) : {}) } },
    take: ANSWERS_PER_PAGE + 1,
  })
  const shown = rest.slice(0, ANSWERS_PER_PAGE)
  const last = rest.length > ANSWERS_PER_PAGE ? shown.at(-1) : undefined
  const { excerpt: _excerpt, ...head } = card(row)
  return {
    ...head,
    html: row.html ?? '',
    summary: excerpt(row.markdown || row.title || '', SUMMARY_CHARACTERS),
    comments: commentsOf(row.comments),
    answers: [...first, ...shown].map((one) => ({ ...one, isAccepted: one.id === accepted })),
    after: last && `${last.score}_${last.id}`,
    versions: versionsOf(row),
  }
}

async function answers({ where, take }: { where: { question: object; post: object }; take: number }) {
  const rows = await db().answer.findMany({
    where: { question: where.question, AND: [{ post: where.post }, { post: everybody }] },
    select: { post: { select: { ...bylineColumns, html: true, score: true, comments: commentColumns } } },
    orderBy: [{ post: { score: 'desc' } }, { postId: 'asc' }],
    take,
  })
  return rows.map(({ post }) => ({
    ...comment(post),
    score: post.score,
    comments: commentsOf(post.comments),
  }))
}

// Answers behind the last one of the page before: by score, and among equals by age.
function behind({ score, id }: Cursor) {
  return { OR: [{ score: { lt: score } }, { score, id: { gt: id } }] }
}

function cursorFrom(after: string | undefined): Cursor | null {
  const [, score, id] = /^(-?\d{1,9})_(\d{1,9})$/.exec(after ?? '') ?? []
  return score && id ? { score: Number(score), id: Number(id) } : null
}

// An accepted answer that is hidden solves nothing for its readers.
function acceptedIn({ question }: Pick<CardRow, 'question'>): number | undefined {
  const acceptance = question?.acceptance
  return acceptance && acceptance.answer.post.removals.length === 0 ? acceptance.answerId : undefined
}

type CardRow = Prisma.PostGetPayload<{ select: typeof cardColumns }>

function card(row: CardRow): QuestionCard {
  const title = row.title ?? ''
  return {
    ...byline(row),
    id: row.id,
    slug: slugOf(title),
    locale: localeOf(row),
    title,
    excerpt: excerpt(row.markdown ?? '', EXCERPT_CHARACTERS),
    score: row.score,
    answerCount: row.question?.answerCount ?? 0,
    isSolved: acceptedIn(row) !== undefined,
    operator: row.operator ?? undefined,
  }
}
