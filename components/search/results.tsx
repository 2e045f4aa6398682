import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { htmlLang, localeNames } from '@/lib/i18n/locales'
import { feedbackPath } from '@/lib/paths'
import type { Found, Piece } from '@/lib/search/find'

// More than these nobody reads; a second word finds better than a second page.
const SHOWN = 30

export async function Results({ found }: { found: Found[] }) {
  const [t, locale] = await Promise.all([getTranslations('search'), getLocale()])
  return (
    <section aria-label={t('results')} className="max-w-text">
      <p className="mb-4 text-muted">
        {t('count', { count: found.length })}
        {found.length > SHOWN && ` · ${t('shown', { shown: SHOWN })}`}
      </p>
      <ol className="grid gap-5">
        {found.slice(0, SHOWN).map(({ place, title, excerpt }) => (
          <li key={`${place.path} ${place.text.slice(0, 40)}`} className="border-line border-b pb-5">
            <h2 className="text-lg">
              <a href={place.path} lang={htmlLang[place.locale]}>
                <Highlighted pieces={title} />
              </a>
            </h2>
            <p lang={htmlLang[place.locale]}>
              <Highlighted pieces={excerpt} />
            </p>
            {place.locale !== locale && (
              <p className="text-muted text-sm">{t('inLanguage', { language: localeNames[place.locale] })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Nothing answers the query; `hasNear`: what came near stands above. */
export async function NothingFound({ query, hasNear }: { query: string; hasNear: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('search'), getLocale()])
  const prefilled = new URLSearchParams({ kind: 'missing', text: t('prefill', { query }) })
  return (
    <section className={hasNear ? 'mt-8 max-w-text' : 'max-w-text'}>
      <h2 className="text-xl">{t(hasNear ? 'notThese' : 'none', { query })}</h2>
      <p className="my-3">{t('noneHint')}</p>
      <LinkButton href={`${feedbackPath(locale)}?${prefilled}`}>{t('noneLink')}</LinkButton>
    </section>
  )
}

function Highlighted({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isHit }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one fixed text never move
    return isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>
  })
}
