import { getTranslations } from 'next-intl/server'
import type { TermView } from '@/lib/glossary/queries'
import { htmlLang } from '@/lib/i18n/locales'

/** A word: the reader's own large, the other three beside it, each in its language, and what it means. */
export async function Term({ term: { slug, terms, meaning, isAttested } }: { term: TermView }) {
  const t = await getTranslations('glossary')
  const [own, ...others] = terms
  return (
    <div id={slug} className="max-w-text target:bg-mark">
      <dt>
        <dfn className="font-semibold text-lg not-italic">{own?.term}</dfn>
        <ul className="flex list-none flex-wrap gap-x-4">
          {others.map(({ locale, term }) => (
            <li key={locale}>
              <span className="text-muted text-sm">{locale.toUpperCase()}</span>{' '}
              <span lang={htmlLang[locale]}>{term}</span>
            </li>
          ))}
        </ul>
      </dt>
      <dd>
        {meaning}
        {!isAttested && <span className="block text-muted text-sm">{t('ours')}</span>}
      </dd>
    </div>
  )
}
