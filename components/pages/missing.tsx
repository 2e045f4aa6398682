import { getLocale, getTranslations } from 'next-intl/server'
import { Frame } from '@/components/layout/frame'
import { Status } from '@/components/layout/status'
import { LinkButton } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { feedbackPath, homePath } from '@/lib/paths'

/** There is no such thing (404). Also what one may not see: to the viewer it does not exist. */
export async function Missing() {
  const [t, locale] = await Promise.all([getTranslations('missing'), getLocale()])
  return (
    <Frame address={homePath}>
      <Status code={404} />
      <PageTitle lead={t('text')}>{t('title')}</PageTitle>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={homePath(locale)}>{t('home')}</LinkButton>
        <LinkButton href={`${feedbackPath(locale)}?kind=broken`} tone="quiet">
          {t('tell')}
        </LinkButton>
      </p>
    </Frame>
  )
}
