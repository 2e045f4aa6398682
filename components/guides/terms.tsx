import { getLocale, getTranslations } from 'next-intl/server'
import type { GuidePage } from '@/lib/guides/queries'
import { glossaryPath, termPath } from '@/lib/paths'
import { Titled } from './titled'

/** The words that a guide leans on, each leading to what it means and is called in the shop's languages. */
export async function Terms({ terms }: { terms: GuidePage['terms'] }) {
  const [t, locale] = await Promise.all([getTranslations('guides'), getLocale()])
  if (terms.length === 0) return null
  return (
    <Titled id="terms" title={t('terms')}>
      <ul className="-mx-2 flex list-none flex-wrap">
        {terms.map(({ slug, term }) => (
          <li key={slug}>
            <a href={termPath(locale, slug)} className="block px-2 py-1">
              {term}
            </a>
          </li>
        ))}
        <li>
          <a href={glossaryPath(locale)} className="block px-2 py-1">
            {t('everyTerm')}
          </a>
        </li>
      </ul>
    </Titled>
  )
}
