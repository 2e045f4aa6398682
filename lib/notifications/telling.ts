import type { Prisma } from '@/prisma/generated/client'
import { factColumns } from '../facts/columns'
import { displayed } from '../facts/display'
import type { Locale } from '../i18n/locales'
import { excerpt } from '../text/excerpt'
import { type ChosenKind, isChosen } from './kinds'
import { homeColumns, operatorColumns, placeOf } from './place'

/** What a letter or a push needs of a notification. */
export const toldColumns = {
  id: true,
  kind: true,
  postId: true,
  mark: true,
  post: { select: { kind: true, title: true, markdown: true } },
  home: { select: homeColumns },
  operator: { select: operatorColumns },
  event: { select: { fact: { select: factColumns } } },
} as const satisfies Prisma.NotificationSelect
export type ToldRow = Prisma.NotificationGetPayload<{ select: typeof toldColumns }>

/** What several notifications about one page say together: the newest in its own words, and where it is. */
export type Telling = {
  /** The newest first. */
  kinds: ChosenKind[]
  excerpt: string
  title: string
  path: string
  /** How many there are; and of votes how many were given. */
  count: number
  mark: number
}

/** Says it in the reader's language. The newest comes first. */
export function tellingOf(rows: readonly [ToldRow, ...ToldRow[]], locale: Locale, characters: number): Telling {
  const [newest] = rows
  const { title, path } = placeOf(newest, locale)
  return {
    kinds: [...new Set(rows.map(({ kind }) => kind))].filter(isChosen),
    excerpt: excerpt(wordsOf(newest, locale) ?? title, characters),
    title,
    path,
    count: rows.length,
    mark: newest.mark ?? 0,
  }
}

// Of what is hidden nobody but its author is told a word.
function wordsOf({ kind, post, event }: ToldRow, locale: Locale): string | null | undefined {
  if (kind === 'flagUpheld') return ''
  if (kind === 'factChanged') return event.fact ? saidOf(displayed(event.fact, locale)) : ''
  return post?.kind === 'question' ? post.title : post?.markdown
}

function saidOf(fact: ReturnType<typeof displayed>): string {
  return fact.standing === 'fact' ? fact.text : fact.question
}
