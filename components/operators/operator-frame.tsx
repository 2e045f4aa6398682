import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Frame } from '@/components/layout/frame'
import type { OperatorPage } from '@/lib/facts/queries'
import type { Locale } from '@/lib/i18n/locales'
import { OperatorTabs } from './operator-tabs'

/** What all pages of an operator share: its name, what it is, and the way between them. */
export async function OperatorFrame({
  operator,
  current,
  address,
  children,
}: {
  operator: OperatorPage
  current: 'hub' | 'facts' | 'guides' | 'questions' | 'experiences'
  address: (locale: Locale) => string
  children: ReactNode
}) {
  const t = await getTranslations('operators')
  const { name, sells, network, alsoKnownAs, summary, slug } = operator
  return (
    <Frame address={address}>
      <h1 className="text-2xl">{current === 'hub' ? name : t(`pageTitles.${current}`, { name })}</h1>
      <p className="mt-1 text-muted">
        {t(`sells.${sells}`)}
        {network && ` · ${t('network', { network })}`}
        {alsoKnownAs.length > 0 && ` · ${t('alsoKnownAs', { names: alsoKnownAs.join(' · ') })}`}
      </p>
      {current === 'hub' && <p className="my-4 max-w-text text-lg">{summary}</p>}
      <OperatorTabs slug={slug} current={current} />
      {children}
    </Frame>
  )
}
