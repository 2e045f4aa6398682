import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FeedbackFields, FeedbackForm } from '@/components/feedback/feedback-form'
import { RefusedNotice, UnsentNotice } from '@/components/feedback/notices'
import { Frame } from '@/components/layout/frame'
import { PageTitle } from '@/components/ui/page-title'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { clock } from '@/lib/clock'
import { draftCookieName, draftOf } from '@/lib/door/draft'
import { sentencesFor } from '@/lib/i18n/sentences'
import { newId } from '@/lib/ids'
import { privateMetadata } from '@/lib/pages/metadata'
import { feedbackPath } from '@/lib/paths'

type Asked = Record<string, string | string[] | undefined>

const names = ['kind', 'text', 'page', 'replyTo'] as const

export async function generateMetadata({ searchParams }: PageProps<'/[locale]/feedback'>): Promise<Metadata> {
  const [t, { shown }] = await Promise.all([getTranslations('feedback'), drafted(await searchParams)])
  const title = shown ? `${t('refusedTitle')} – ${t('title')}` : t('title')
  return privateMetadata({ title, description: t('description') })
}

export default async function FeedbackPage({ searchParams }: PageProps<'/[locale]/feedback'>) {
  const [t, locale, asked] = await Promise.all([getTranslations('feedback'), getLocale(), searchParams])
  const { draft, shown } = await drafted(asked)
  const say = sentencesFor(locale)
  const refusals = Object.entries(shown?.fields ?? {}).map(([name, field]) => [name, say.field(field)])
  return (
    <Frame address={feedbackPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {shown && <RefusedNotice reason={say.refusal(shown)} isCut={shown.isCut ?? false} />}
      {draft && !shown && <UnsentNotice />}
      <FeedbackForm
        values={fieldsFrom(shown?.values ?? asked)}
        refusals={Object.fromEntries(refusals)}
        submission={newId()}
      />
    </Frame>
  )
}

/** The refused form of this reader; `shown` unless they came with something new to say. */
async function drafted(asked: Asked) {
  const viewer = await currentViewer()
  const draft = await draftOf('feedback', viewer, (await cookies()).get(draftCookieName())?.value, clock())
  const isNew = 'new' in asked || names.some((name) => name in asked)
  return { draft, shown: isNew ? undefined : draft }
}

function fieldsFrom(given: Asked): FeedbackFields {
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : '')
  return Object.fromEntries(names.map((name) => [name, text(name)])) as FeedbackFields
}
