import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { formatDay } from '@/lib/i18n/format'
import { checkingPath } from '@/lib/paths'

/** How the facts of this page came about: said once, above them. */
export async function Provenance({ compiledOn }: { compiledOn: Date }) {
  const [t, locale] = await Promise.all([getTranslations('facts'), getLocale()])
  return (
    <Notice>
      <p>
        {t('provenance', { day: formatDay(locale, compiledOn) })} <a href={checkingPath(locale)}>{t('howWeCheck')}</a>
      </p>
    </Notice>
  )
}
