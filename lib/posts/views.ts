import { CURATORS } from '../accounts/curators'
import { guest } from '../accounts/viewer'
import { isLocale, type Locale } from '../i18n/locales'
import { type Flair, flairColumns, flairsOf } from './flair'
import { visibleTo } from './visible'

/** Who wrote it and when: what stands beside every post. */
/** Whoever has left has no name here any more (`hasLeft`): none leaves the query. */
export type Byline = { author: string; isCurated: boolean; hasLeft: boolean; flairs: Flair[]; postedAt: Date }
export type CommentView = Byline & { id: number; locale: Locale; html: string }
/** One page of a list, and the id from which the next one goes on. */
export type Listed<Card> = { cards: Card[]; before: number | undefined }

const PER_PAGE = 20
// The newest so many: nobody can push out what is said after them.
const COMMENTS_MAX = 50

/** What a shared page may show. */
export const everybody = visibleTo(guest)
const authorColumns = { select: { handle: true, leftAt: true, flairs: flairColumns } } as const
export const bylineColumns = { id: true, locale: true, postedAt: true, author: authorColumns } as const
export const commentColumns = {
  where: { post: everybody },
  select: { post: { select: { ...bylineColumns, html: true } } },
  orderBy: { postId: 'desc' },
  take: COMMENTS_MAX,
} as const

/** Posts of one kind that everybody may see, newest first, from `before` on; of one operator when a slug is given. */
export function listing(kind: 'question' | 'experience', operator: string | null, before: number | null) {
  return {
    where: {
      kind,
      ...everybody,
      ...(operator ? { operator: { slug: operator } } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: 'desc' },
    take: PER_PAGE + 1,
  } as const
}

/** One page of what `listing` found: one row more than is shown says that there is another page. */
export function pageOf<Row extends { id: number }, Card>(
  rows: readonly Row[],
  card: (row: Row) => Card | undefined,
): Listed<Card> {
  const shown = rows.slice(0, PER_PAGE)
  return {
    cards: shown.flatMap((row) => card(row) ?? []),
    before: rows.length > PER_PAGE ? shown.at(-1)?.id : undefined,
  }
}

type Author = { handle: string; leftAt: Date | null; flairs: Parameters<typeof flairsOf>[0] }

export function byline({ author, postedAt }: { author: Author; postedAt: Date }): Byline {
  const { handle, flairs } = author
  const hasLeft = author.leftAt !== null
  const named = { author: hasLeft ? '' : handle, isCurated: handle === CURATORS.handle, hasLeft }
  return { ...named, flairs: hasLeft ? [] : flairsOf(flairs), postedAt }
}

type CommentRow = { id: number; locale: string; html: string | null; postedAt: Date; author: Author }

export function comment(row: CommentRow): CommentView {
  return { ...byline(row), id: row.id, locale: localeOf(row), html: row.html ?? '' }
}

/** Comments as they came out of `commentColumns`, oldest first. */
export function commentsOf(rows: readonly { post: CommentRow }[]): CommentView[] {
  return rows.map(({ post }) => comment(post)).reverse()
}

export function localeOf({ locale }: { locale: string }): Locale {
  return isLocale(locale) ? locale : 'en'
}
