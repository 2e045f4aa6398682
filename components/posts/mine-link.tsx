import { getLocale, getTranslations } from 'next-intl/server'
import { minePath } from '@/lib/paths'

/** To the private page of a post: comment, flag, accept, and for moderators hide. */
export async function MineLink({ post, isForComments = false }: { post: number; isForComments?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('posts'), getLocale()])
  return (
    <a href={minePath(locale, post)} rel="nofollow" className="text-sm">
      {isForComments ? t('commentOrMore') : t('more')}
    </a>
  )
}
