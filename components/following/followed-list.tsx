import { getLocale, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'
import { NextPage } from '@/components/ui/next-page'
import type { Followed } from '@/lib/following/queries'
import { htmlLang } from '@/lib/i18n/locales'
import { followPath, questionsPath } from '@/lib/paths'
import { FollowForm } from './follow-form'

/** What I follow, each with the way to it and the button to stop. */
export async function FollowedList({ found, before }: { found: readonly Followed[]; before: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('follow'), getLocale()])
  if (found.length === 0)
    return (
      <Empty href={questionsPath(locale)} action={t('questions')}>
        {t('nothing')}
      </Empty>
    )
  return (
    <>
      <ul className="grid gap-3">
        {found.map(({ id, target, title, path, locale: language }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-3 rounded-card border border-line p-3">
            <a href={path} lang={htmlLang[language]} className="min-w-0 max-w-text break-words">
              {title}
            </a>
            <FollowForm target={target} isFollowed next={followPath(locale)} about={title} />
          </li>
        ))}
      </ul>
      <NextPage href={before && `${followPath(locale)}?before=${before}`} />
    </>
  )
}
