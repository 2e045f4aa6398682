import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { PageTitle } from '@/components/ui/page-title'
import { HELPFUL_SCORE } from '@/lib/badges/badges'
import { badgeList } from '@/lib/badges/queries'
import { publicMetadata } from '@/lib/pages/metadata'
import { badgesPath, documentPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('badges'), getLocale()])
  return publicMetadata({ locale, address: badgesPath, title: t('title'), description: t('lead') })
}

/** Every badge: what it takes, and how many have it. */
export default async function BadgesPage() {
  const [t, how, locale, list] = await Promise.all([
    getTranslations('badges'),
    getTranslations('reputation'),
    getLocale(),
    badgeList(),
  ])
  return (
    <Frame address={badgesPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <ul className="grid max-w-text list-none">
        {list.map(({ badge, holders }) => (
          <li key={badge} id={badge} className="border-line border-b py-4 target:bg-mark first:pt-0">
            <h2 className="text-lg">{t(`names.${badge}`)}</h2>
            <p>{t(`texts.${badge}`, { score: HELPFUL_SCORE })}</p>
            <p className="text-muted text-sm tabular-nums">{t('holders', { count: holders })}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={documentPath(locale, 'trust')}>{how('how')}</a>
      </p>
    </Frame>
  )
}
