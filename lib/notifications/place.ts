import type { Prisma } from '@/prisma/generated/client'
import type { Locale } from '../i18n/locales'
import {
  accountPath,
  badgesPath,
  documentPath,
  guidePath,
  minePath,
  myAbilitiesPath,
  operatorFactsPath,
  postAnchor,
} from '../paths'
import { pathOf } from '../posts/path'
import { excerpt } from '../text/excerpt'
import type { NotificationKind } from './kinds'

/** What is needed of the page on which something happened. */
export const homeColumns = {
  id: true,
  kind: true,
  title: true,
  locale: true,
  removals: { where: { liftedAt: null }, select: { id: true } },
  guideVersion: {
    select: {
      guide: { select: { slug: true, versions: { select: { locale: true, post: { select: { title: true } } } } } },
    },
  },
} as const satisfies Prisma.PostSelect
export type HomeRow = Prisma.PostGetPayload<{ select: typeof homeColumns }>

export const operatorColumns = { slug: true, name: true } as const satisfies Prisma.OperatorSelect

type Told = {
  kind: NotificationKind
  postId: number | null
  home: HomeRow | null
  operator: { slug: string; name: string } | null
}

const TITLE_CHARACTERS = 120

/**
 * What the page of a notification is called in the reader's language (an experience has no title), and where one sees the thing itself.
 * Without a page it is about one's own account.
 */
export function placeOf({ kind, postId, home, operator }: Told, locale: Locale): { title: string; path: string } {
  if (operator) return { title: operator.name, path: operatorFactsPath(locale, operator.slug) }
  // A badge is seen among all of them, a level on the page that explains it.
  if (kind === 'badge') return { title: '', path: badgesPath(locale) }
  if (kind === 'level') return { title: '', path: myAbilitiesPath(locale) }
  if (!home) return { title: '', path: accountPath(locale) }
  const guide = home.guideVersion?.guide
  if (guide) {
    const title = guide.versions.find((version) => version.locale === locale)?.post.title ?? home.title ?? ''
    return { title, path: guidePath(locale, guide.slug) }
  }
  // A report was right: what it was about is hidden, and perhaps the page with it. The rules say what happens then.
  if (kind === 'flagUpheld' && home.removals.length > 0) return { title: '', path: documentPath(locale, 'rules') }
  // The title of a page that is hidden is nobody's to read but its author's: who is told of the page itself.
  const isShown = home.removals.length === 0 || postId === home.id
  const title = isShown ? excerpt(home.title ?? '', TITLE_CHARACTERS) : ''
  // What is hidden is seen by its author on one page only.
  if (kind === 'postHidden' && postId !== null) return { title, path: minePath(locale, postId) }
  const page = pathOf({ kind: home.kind === 'experience' ? 'experience' : 'question', id: home.id }, locale)
  const isOnPage = postId === null || postId === home.id || kind === 'flagUpheld'
  return { title, path: isOnPage ? page : `${page}#${postAnchor(postId)}` }
}
