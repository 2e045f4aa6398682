import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay, languageName } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { memberPath } from '@/lib/paths'
import type { Byline as Written } from '@/lib/posts/views'
import { Flairs } from './flairs'

/** Who wrote it, when, and in which language if it is not the reader's. */
export async function Byline({ post }: { post: Written & { locale: Locale } }) {
  const [t, locale] = await Promise.all([getTranslations('posts'), getLocale()])
  return (
    <span className="text-muted text-sm">
      {post.hasLeft ? (
        <span className="font-semibold">{t('formerMember')}</span>
      ) : (
        <a href={memberPath(locale, post.author)} className="font-semibold">
          <bdi>{post.isCurated ? t('curators') : post.author}</bdi>
        </a>
      )}
      <Flairs flairs={post.flairs} /> ·{' '}
      <time dateTime={post.postedAt.toISOString()}>{formatDay(locale, post.postedAt)}</time>
      {post.locale !== locale && <> · {t('writtenIn', { language: languageName(locale, post.locale) })}</>}
    </span>
  )
}
