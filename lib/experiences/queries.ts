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
  commentColumns,
  commentsOf,
  everybody,
  type Listed,
  listing,
  localeOf,
  pageOf,
} from '../posts/views'
import { excerpt } from '../text/excerpt'
import type { Outcome } from './schema'

export type ExperienceCard = Byline & {
  id: number
  locale: Locale
  operator: { slug: string; name: string }
  channel: string
  payment: string
  outcome: Outcome
  month: Date
  excerpt: string
}
export type ExperiencePage = ExperienceCard & { html: string; comments: CommentView[] }

const EXCERPT_CHARACTERS = 160

const cardColumns = {
  ...bylineColumns,
  markdown: true,
  operator: { select: { slug: true, name: true } },
  experience: { select: { channel: true, payment: true, outcome: true, month: true } },
} as const satisfies Prisma.PostSelect

/** Reports of what happened, newest first, from `before` on; of one operator when a slug is given. */
export function experienceList(about: { operator?: string; before?: number }): Promise<Listed<ExperienceCard>> {
  return throughCache([tags.experiences], (since) => listed(about.operator ?? null, about.before ?? null, since))
}

async function listed(operator: string | null, before: number | null, _since: number): Promise<Listed<ExperienceCard>> {
  'use cache'
  cacheTag(tags.experiences)
  cacheLife('hours')
  return pageOf(await db().post.findMany({ ...listing('experience', operator, before), select: cardColumns }), card)
}

/** One report. Nothing when everybody may not see it. */
export function experiencePage(id: number): Promise<ExperiencePage | undefined> {
  return throughCache([tags.experience(id)], (since) => read(id, since))
}

async function read(id: number, _since: number): Promise<ExperiencePage | undefined> {
  'use cache'
  cacheTag(tags.experience(id))
  cacheLife('hours')
  const row = await db().post.findFirst({
    where: { id, kind: 'experience', ...everybody },
    select: {
      ...cardColumns,
      html: true,
      comments: commentColumns,
    },
  })
  const head = row && card(row)
  if (!row || !head) return undefined
  return { ...head, html: row.html ?? '', comments: commentsOf(row.comments) }
}

type CardRow = Prisma.PostGetPayload<{ select: typeof cardColumns }>

function card(row: CardRow): ExperienceCard | undefined {
  const { experience, operator } = row
  if (!experience || !operator) return undefined
  return {
    ...byline(row),
    ...experience,
    id: row.id,
    locale: localeOf(row),
    operator,
    excerpt: excerpt(row.markdown ?? '', EXCERPT_CHARACTERS),
  }
}
