import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { privateMetadata } from '@/lib/pages/metadata'
import { homePath } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trouble')
  return privateMetadata({ title: t('title'), description: t('text') })
}

/** What stands in place of a page that failed. The press holds it finished, and writes the true reason into the slot. */
export default async function TroublePage() {
  const [t, locale] = await Promise.all([getTranslations('trouble'), getLocale()])
  return (
    <Frame address={homePath}>
      <PageTitle>{t('title')}</PageTitle>
      <div data-slot="trouble" className="mb-6 grid max-w-text gap-4 text-lg">
        <p>{t('text')}</p>
      </div>
      <LinkButton href={homePath(locale)} tone="quiet">
        {t('home')}
      </LinkButton>
    </Frame>
  )
}
