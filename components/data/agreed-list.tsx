import { getLocale, getTranslations } from 'next-intl/server'
import type { ConsentView } from '@/lib/data/queries'
import { formatDay } from '@/lib/i18n/format'
import { documentPath } from '@/lib/paths'

/** To which wording of which document the reader agreed, and when. */
export async function AgreedList({
  consents,
  titles,
}: {
  consents: readonly ConsentView[]
  titles: Record<ConsentView['document'], string>
}) {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  if (consents.length === 0) return <p className="max-w-text">{t('consentNone')}</p>
  return (
    <ul className="grid max-w-text gap-1">
      {consents.map(({ document, version, givenAt }) => (
        <li key={`${document} ${version}`}>
          <a href={documentPath(locale, document)}>
            {t('consentRow', { document: titles[document], version, when: formatDay(locale, givenAt) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
