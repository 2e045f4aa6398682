import { getLocale, getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/layout/json-ld'
import { env } from '@/lib/env'
import { plainProse } from '@/lib/guides/plain'
import type { GuidePage } from '@/lib/guides/queries'
import { htmlLang } from '@/lib/i18n/locales'
import { absolute, guidePath, guidesPath, homePath } from '@/lib/paths'
import type { Facts } from './prose'

/** The guide and the way to it, for search engines (schema.org HowTo and BreadcrumbList): what is visible, and nothing else. */
export async function GuideData({ guide, facts }: { guide: GuidePage; facts: Facts }) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const { publicUrl } = env()
  const url = absolute(guidePath(locale, guide.slug), publicUrl)
  const crumbs = [
    { name: t('site.home'), item: absolute(homePath(locale), publicUrl) },
    { name: t('guides.title'), item: absolute(guidesPath(locale), publicUrl) },
    { name: guide.title, item: url },
  ]
  const steps = guide.parts.flatMap((part) => part.steps)
  return (
    <>
      <JsonLd
        data={{
          '@type': 'HowTo',
          name: guide.title,
          description: guide.summary,
          inLanguage: htmlLang[locale],
          url,
          step: steps.map(({ id }, index) => ({
            '@type': 'HowToStep',
            position: index + 1,
            name: guide.words.steps[id]?.title,
            text: plainProse(guide.words.steps[id]?.text ?? '', facts, locale),
            url: `${url}#${id}`,
          })),
        }}
      />
      <JsonLd
        data={{
          '@type': 'BreadcrumbList',
          itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
        }}
      />
    </>
  )
}
