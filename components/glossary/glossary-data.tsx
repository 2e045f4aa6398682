import { getLocale, getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/layout/json-ld'
import { env } from '@/lib/env'
import type { TermView } from '@/lib/glossary/queries'
import { htmlLang } from '@/lib/i18n/locales'
import { absolute, glossaryPath, termPath } from '@/lib/paths'

/** The glossary for search engines (schema.org DefinedTermSet): what is visible, and nothing else. */
export async function GlossaryData({ terms }: { terms: readonly TermView[] }) {
  const [t, locale] = await Promise.all([getTranslations('glossary'), getLocale()])
  const { publicUrl } = env()
  return (
    <JsonLd
      data={{
        '@type': 'DefinedTermSet',
        name: t('title'),
        url: absolute(glossaryPath(locale), publicUrl),
        inLanguage: htmlLang[locale],
        hasDefinedTerm: terms.map(({ slug, terms: [own], meaning }) => ({
          '@type': 'DefinedTerm',
          name: own?.term,
          description: meaning,
          url: absolute(termPath(locale, slug), publicUrl),
        })),
      }}
    />
  )
}
