import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FeedbackFields, FeedbackForm } from '@/components/feedback/feedback-form'
import { Frame } from '@/components/layout/frame'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { clock } from '@/lib/clock'
import { draftCookieName, draftOf } from '@/lib/door/draft'
import { sentencesFor } from '@/lib/i18n/sentences'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { feedbackPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('feedback')
  return privateMetadata({ title: t('title'), description: t('description') })
}

const names = ['kind', 'text', 'page', 'replyTo'] as const

export default async function FeedbackPage({ searchParams }: PageProps<'/[locale]/feedback'>) {
  const [t, locale, asked, cookie] = await Promise.all([
    getTranslations('feedback'),
    getLocale(),
    searchParams,
    cookies(),
  ])
  const draft = await draftOf('feedback', await currentViewer(), cookie.get(draftCookieName())?.value, clock())
  const say = sentencesFor(locale)
  const refusals = Object.entries(draft?.fields ?? {}).map(([name, field]) => [name, say.field(field)])
  return (
    <Frame address={feedbackPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {draft && (
        <div className="mb-6 max-w-text">
          <Notice tone="warn" id="refused" isAlert>
            <p className="font-semibold">{t('refusedTitle')}</p>
            <p>{say.refusal(draft)}</p>
            <p>{t('refusedKept')}</p>
          </Notice>
        </div>
      )}
      <FeedbackForm
        values={fieldsFrom(draft?.values ?? asked)}
        refusals={Object.fromEntries(refusals)}
        submission={newId()}
      />
    </Frame>
  )
}

function fieldsFrom(given: Record<string, string | string[] | undefined>): FeedbackFields {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '')
  return Object.fromEntries(names.map((name) => [name, text(name)])) as FeedbackFields
}
