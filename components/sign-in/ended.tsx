import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { Viewer } from '@/lib/accounts/viewer'
import type { Locale } from '@/lib/i18n/locales'
import { accountPath, signInPath } from '@/lib/paths'

/** Nothing is under way in this browser: it has ended, was used, or never began. */
export async function Ended({ address, viewer }: { address: (locale: Locale) => string; viewer: Viewer }) {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  if (viewer.id !== null)
    return (
      <Frame address={address} isSecret>
        <PageTitle lead={t('already', { handle: viewer.handle })}>{t('doneTitle')}</PageTitle>
        <LinkButton href={accountPath(locale)}>{t('goOn')}</LinkButton>
      </Frame>
    )
  return (
    <Frame address={address} isSecret>
      <PageTitle lead={t('ended')}>{t('endedTitle')}</PageTitle>
      <LinkButton href={signInPath(locale)}>{t('again')}</LinkButton>
    </Frame>
  )
}
