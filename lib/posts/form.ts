import type { Locale } from '../i18n/locales'
import { homePath, minePath } from '../paths'
import { PostId } from './schema'

/** Where a refused form about a post is shown again: the post's private page. `id` is what was sent, not yet believed. */
export function formOf(locale: Locale, id: unknown): string {
  const post = PostId.safeParse(id)
  return post.success ? minePath(locale, post.data) : homePath(locale)
}
