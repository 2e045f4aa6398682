import { getLocale, getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/layout/json-ld'
import { env } from '@/lib/env'
import { htmlLang } from '@/lib/i18n/locales'
import { absolute, homePath, searchPath } from '@/lib/paths'

export async function WebSite() {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  const { SITE_NAME, publicUrl } = env()
  return (
    <JsonLd
      data={{
        '@type': 'WebSite',
        name: SITE_NAME,
        description: t('description'),
        url: absolute(homePath(locale), publicUrl),
        inLanguage: htmlLang[locale],
        potentialAction: {
          '@type': 'SearchAction',
          target: `${absolute(searchPath(locale), publicUrl)}?q={query}`,
          'query-input': 'required name=query',
        },
      }}
    />
  )
}
