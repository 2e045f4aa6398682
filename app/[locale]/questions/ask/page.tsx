import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { AskForm } from '@/components/questions/ask-form'
import { PageTitle } from '@/components/ui/page-title'
import { Refused } from '@/components/ui/refused'
import { Waiting } from '@/components/ui/waiting'
import { currentDraft } from '@/lib/door/current-draft'
import { operatorList } from '@/lib/facts/queries'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { askPath, guidesPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ask')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

export default async function AskPage({ searchParams }: PageProps<'/[locale]/questions/ask'>) {
  const [t, locale, asked] = await Promise.all([getTranslations('ask'), getLocale(), searchParams])
  const [{ viewer, shown }, operators] = await Promise.all([currentDraft('ask'), operatorList(locale)])
  const operator = typeof asked.operator === 'string' ? asked.operator : ''
  return (
    <Frame address={askPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <p className="mb-6 max-w-text">
        {t('guidesFirst')} <a href={guidesPath(locale)}>{t('guidesLink')}</a>
      </p>
      {shown.isWaiting && <Waiting />}
      {shown.reason && <Refused reason={shown.reason} isCut={shown.isCut} />}
      <AskForm
        values={{ title: '', body: '', operator, ...shown.values }}
        refusals={shown.refusals}
        submission={newId()}
        operators={operators}
        isGuest={viewer.id === null}
      />
    </Frame>
  )
}
