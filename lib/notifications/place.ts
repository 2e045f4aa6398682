import type { Locale } from '../i18n/locales'
import { guidePath, minePath, postAnchor } from '../paths'
import { pathOf } from '../posts/path'
import { excerpt } from '../text/excerpt'
import type { NotificationKind } from './kinds'

type Told = {
  kind: NotificationKind
  postId: number
  home: {
    id: number
    kind: string
    title: string | null
    guideVersion: {
      guide: { slug: string; versions: { locale: string; post: { title: string | null } }[] }
    } | null
  }
}

const TITLE_CHARACTERS = 120

/** What the page of a notification is called in the reader's language (an experience has no title), and where one sees the thing itself. */
export function placeOf({ kind, postId, home }: Told, locale: Locale): { title: string; path: string } {
  const guide = home.guideVersion?.guide
  if (guide) {
    const title = guide.versions.find((version) => version.locale === locale)?.post.title ?? home.title ?? ''
    return { title, path: guidePath(locale, guide.slug) }
  }
  const title = excerpt(home.title ?? '', TITLE_CHARACTERS)
  // What is hidden is seen by its author on one page only.
  if (kind === 'postHidden') return { title, path: minePath(locale, postId) }
  const page = pathOf({ kind: home.kind === 'experience' ? 'experience' : 'question', id: home.id }, locale)
  return { title, path: postId === home.id ? page : `${page}#${postAnchor(postId)}` }
}
