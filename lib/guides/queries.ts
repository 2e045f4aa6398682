import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import { said } from '../facts/display'
import type { Locale } from '../i18n/locales'
import type { GuideBones, GuideWords, Task } from './guide-file'

export type GuideCard = {
  slug: string
  task: Task
  title: string
  summary: string
  operators: { slug: string; name: string }[]
}

export type GuidePage = GuideCard & {
  words: GuideWords
  parts: GuideBones['parts']
  factKeys: string[]
  verifiedOn: Date
  reviewDue: Date
  related: { slug: string; title: string }[]
  terms: { slug: string; term: string }[]
  alsoCalled: string[]
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Every curated guide, in the order of the library. */
export function guideList(locale: Locale): Promise<GuideCard[]> {
  return throughCache([tags.guides], (since) => listed(locale, since))
}

async function listed(locale: Locale, _since: number): Promise<GuideCard[]> {
  'use cache'
  cacheTag(tags.guides)
  cacheLife('hours')
  const rows = await db().guide.findMany({ select: cardColumns(locale), orderBy: { position: 'asc' } })
  return rows.flatMap((row) => card(row) ?? [])
}

/** One guide in one language, by its name or one that it had before. */
export function guidePage(slug: string, locale: Locale): Promise<GuidePage | undefined> {
  return throughCache([tags.guides], (since) => read(slug, locale, since))
}

async function read(slug: string, locale: Locale, _since: number): Promise<GuidePage | undefined> {
  'use cache'
  cacheTag(tags.guides)
  cacheLife('hours')
  const select = { ...cardColumns(locale), ...pageColumns }
  const row =
    (await db().guide.findUnique({ where: { slug }, select })) ??
    (await db().guide.findFirst({ where: { formerSlugs: { has: slug } }, select }))
  const head = row && card(row)
  if (!row || !head) return undefined
  const related = await db().guideVersion.findMany({
    where: { locale, guide: { slug: { in: row.related } } },
    select: { guide: { select: { slug: true } }, post: { select: { title: true } } },
    orderBy: { guide: { position: 'asc' } },
  })
  const terms = await db().term.findMany({
    where: { slug: { in: row.terms } },
    select: { slug: true, term: true },
    orderBy: { position: 'asc' },
  })
  return {
    ...head,
    words: wordsOf(row),
    // Both were checked when they were put in (lib/seed).
    parts: row.parts as GuideBones['parts'],
    factKeys: row.factKeys,
    verifiedOn: row.verifiedOn,
    reviewDue: new Date(row.verifiedOn.getTime() + row.reviewDays * DAY_MS),
    related: related.map(({ guide, post }) => ({ slug: guide.slug, title: post.title ?? '' })),
    terms: terms.map((one) => ({ slug: one.slug, term: said(one.term, locale) })),
    alsoCalled: row.alsoCalled,
  }
}

const pageColumns = {
  parts: true,
  factKeys: true,
  verifiedOn: true,
  reviewDays: true,
  related: true,
  terms: true,
  alsoCalled: true,
} as const

function cardColumns(locale: Locale) {
  return {
    slug: true,
    task: true,
    versions: { where: { locale }, select: { words: true } },
    operators: {
      select: { operator: { select: { slug: true, name: true } } },
      orderBy: { operator: { position: 'asc' as const } },
    },
  } as const
}

type CardRow = {
  slug: string
  task: Task
  versions: { words: unknown }[]
  operators: { operator: { slug: string; name: string } }[]
}

function card(row: CardRow): GuideCard | undefined {
  if (row.versions.length === 0) return undefined
  const { title, summary } = wordsOf(row)
  const operators = row.operators.map(({ operator }) => operator)
  return { slug: row.slug, task: row.task, title, summary, operators }
}

function wordsOf({ versions }: Pick<CardRow, 'versions'>): GuideWords {
  return versions[0]?.words as GuideWords
}
