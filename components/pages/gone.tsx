import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Status } from '@/components/layout/status'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { homePath } from '@/lib/paths'

/** It was here and will not come back (410). */
export async function Gone() {
  const [t, locale] = await Promise.all([getTranslations('gone'), getLocale()])
  return (
    <Frame address={homePath}>
      <Status code={410} />
      <PageTitle lead={t('text')}>{t('title')}</PageTitle>
      <LinkButton href={homePath(locale)}>{t('home')}</LinkButton>
    </Frame>
  )
}
