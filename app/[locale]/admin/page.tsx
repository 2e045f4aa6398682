import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MessageList } from '@/components/admin/message-list'
import { ReviewList } from '@/components/admin/review-list'
import { Frame } from '@/components/layout/frame'
import { NotModerating } from '@/components/second-factor/not-moderating'
import { NextPage } from '@/components/ui/next-page'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isAdministrator, isModerator } from '@/lib/accounts/policy'
import { messages } from '@/lib/feedback/queries'
import { givenUpCount } from '@/lib/jobs/given-up'
import { flaggedPosts, hiddenPosts } from '@/lib/moderation/queries'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { adminJobsPath, adminPath, flairsPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  if (!isModerator(await currentViewer())) return missingMetadata()
  const t = await getTranslations('admin')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What waits for a moderator. To anybody else it does not exist. */
export default async function AdminPage({ searchParams }: PageProps<'/[locale]/admin'>) {
  const [t, locale, viewer, { messages: from }] = await Promise.all([
    getTranslations('admin'),
    getLocale(),
    currentViewer(),
    searchParams,
  ])
  if (!isModerator(viewer)) return <NotModerating viewer={viewer} address={adminPath} />
  const [flagged, hidden, received, givenUp] = await Promise.all([
    flaggedPosts(viewer),
    hiddenPosts(viewer),
    messages(viewer, typeof from === 'string' ? from : undefined),
    givenUpCount(viewer),
  ])
  return (
    <Frame address={adminPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      {isAdministrator(viewer) && (
        <p className="mb-6">
          <a href={flairsPath(locale)}>{t('flairs')}</a>
        </p>
      )}
      <Section id="flagged" title={t('flagged', { count: flagged.length })}>
        {flagged.length > 0 ? <ReviewList items={flagged} /> : <p>{t('nothingFlagged')}</p>}
      </Section>
      <Section id="hidden" title={t('hidden', { count: hidden.length })}>
        {hidden.length > 0 ? <ReviewList items={hidden} /> : <p>{t('nothingHidden')}</p>}
      </Section>
      {isAdministrator(viewer) && (
        <Section id="jobs" title={t('jobs')}>
          <p>
            <a href={adminJobsPath(locale)}>{t('jobsCount', { count: givenUp })}</a>
          </p>
        </Section>
      )}
      {isAdministrator(viewer) && (
        <Section id="messages" title={t('messages')}>
          {received.found.length > 0 ? <MessageList messages={received.found} /> : <p>{t('noMessages')}</p>}
          <NextPage href={received.before && `${adminPath(locale)}?messages=${received.before}#messages`} />
        </Section>
      )}
    </Frame>
  )
}
