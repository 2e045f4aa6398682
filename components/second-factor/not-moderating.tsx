import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Missing } from '@/components/pages/missing'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { Viewer } from '@/lib/accounts/viewer'
import type { Locale } from '@/lib/i18n/locales'
import { secondStepPath } from '@/lib/paths'

/**
 * In the place of a moderators' page, for whoever is none at the moment: a moderator without a second factor is led to set one up. To
 * anybody else the page does not exist.
 */
export async function NotModerating({ viewer, address }: { viewer: Viewer; address: (locale: Locale) => string }) {
  const [t, locale] = await Promise.all([getTranslations('secondStep'), getLocale()])
  if (viewer.id === null || !viewer.needsSecondFactor) return <Missing />
  return (
    <Frame address={address}>
      <PageTitle lead={t('staff')}>{t('setUp')}</PageTitle>
      <LinkButton href={secondStepPath(locale)}>{t('setUp')}</LinkButton>
    </Frame>
  )
}
