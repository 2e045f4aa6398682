import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReviewList } from '@/components/admin/review-list'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { PageTitle } from '@/components/ui/page-title'
import { Section } from '@/components/ui/section'
import { currentViewer } from '@/lib/accounts/current-viewer'
import { isModerator } from '@/lib/accounts/policy'
import { flaggedPosts, hiddenPosts } from '@/lib/moderation/queries'
import { missingMetadata, privateMetadata } from '@/lib/pages/metadata'
import { adminPath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  if (!isModerator(await currentViewer())) return missingMetadata()
  const t = await getTranslations('admin')
  return privateMetadata({ title: t('title'), description: t('lead') })
}

/** What waits for a moderator. To anybody else it does not exist. */
export default async function AdminPage() {
  const [t, viewer] = await Promise.all([getTranslations('admin'), currentViewer()])
  if (!isModerator(viewer)) return <Missing />
  const [flagged, hidden] = await Promise.all([flaggedPosts(viewer), hiddenPosts(viewer)])
  return (
    <Frame address={adminPath}>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Section id="flagged" title={t('flagged', { count: flagged.length })}>
        {flagged.length > 0 ? <ReviewList items={flagged} /> : <p>{t('nothingFlagged')}</p>}
      </Section>
      <Section id="hidden" title={t('hidden', { count: hidden.length })}>
        {hidden.length > 0 ? <ReviewList items={hidden} /> : <p>{t('nothingHidden')}</p>}
      </Section>
    </Frame>
  )
}
