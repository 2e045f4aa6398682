import { getLocale, getTranslations } from 'next-intl/server'
import { languageName } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import { questionPath } from '@/lib/paths'
import type { QuestionPage } from '@/lib/questions/queries'

/** The ways to the same question in other languages. */
export async function Versions({ question }: { question: QuestionPage }) {
  const [t, locale] = await Promise.all([getTranslations('questions'), getLocale()])
  const others = question.versions.filter(({ id }) => id !== question.id)
  if (others.length === 0) return null
  return (
    <p className="mb-3 text-sm">
      {t('alsoIn')}{' '}
      {others.map((other, index) => (
        <span key={other.id}>
          {index > 0 && ' · '}
          <a href={questionPath(other.locale, other.id, other.slug)} hrefLang={htmlLang[other.locale]}>
            {languageName(locale, other.locale)}
          </a>
        </span>
      ))}
    </p>
  )
}
