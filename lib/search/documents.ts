import { createTranslator } from 'next-intl'
import { documents as documentTexts } from '../documents/documents'
import { documentNames } from '../documents/names'
import { env } from '../env'
import { pieces } from '../guides/words'
import { type Locale, locales } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { checkingPath, documentPath, feedbackPath, homePath } from '../paths'

/** A place that can be found: a page or a part of one, in one language. New kinds of content register themselves in `documents`. */
export type Place = {
  locale: Locale
  path: string
  title: string
  text: string
  /** What readers call it, right or wrong: found by, never shown. */
  alsoCalled?: string
}

let gathered: Place[] | undefined

/** Every place of the site's own texts, in all languages. */
export function documents(): Place[] {
  gathered ??= locales.flatMap((locale) => [home(locale), ...checking(locale), feedback(locale), ...about(locale)])
  return gathered
}

function home(locale: Locale): Place {
  const t = createTranslator({ locale, messages: messages[locale] })
  const promises = Object.values(messages[locale].home.promises).flatMap(({ title, text }) => [title, text])
  const text = [t('site.tagline'), t('home.lead', { site: env().SITE_NAME }), ...promises].join(' · ')
  return { locale, path: homePath(locale), title: t('home.title'), text }
}

const checkingParts = ['sources', 'confidence', 'dates', 'never', 'correct', 'told'] as const

function checking(locale: Locale): Place[] {
  const texts = messages[locale].checking
  const whole = { locale, path: checkingPath(locale), title: texts.title, text: texts.lead }
  const parts = checkingParts.map((part) => {
    const { title, ...rest } = texts[part]
    return { locale, path: `${checkingPath(locale)}#${part}`, title, text: plain(rest) }
  })
  return [whole, ...parts]
}

function feedback(locale: Locale): Place {
  const { title, lead, secrets } = messages[locale].feedback
  return { locale, path: feedbackPath(locale), title, text: `${lead} ${secrets}` }
}

function about(locale: Locale): Place[] {
  return documentNames.flatMap((name) => {
    const { title, summary, sections } = documentTexts[name][locale]
    const path = documentPath(locale, name)
    const parts = sections.map((section) => ({
      locale,
      path: `${path}#${section.id}`,
      title: `${title}: ${section.title}`,
      text: unmarked([...section.text, ...section.items]),
    }))
    return [{ locale, path, title, text: summary }, ...parts]
  })
}

// Without the marks of our prose; a line with a name or figure to be filled in is left out.
function unmarked(lines: string[]): string {
  return lines
    .filter((line) => !/\{\w+\}/.test(line))
    .map((line) =>
      pieces(line)
        .map((piece) => ('text' in piece ? piece.text : ''))
        .join(''),
    )
    .join(' · ')
}

// Sentences with a number or a date in them are left out: what is searched must be what is shown.
function plain(value: unknown): string {
  if (typeof value === 'string') return value.includes('{') ? '' : value
  return Object.values(value as object)
    .map(plain)
    .filter(Boolean)
    .join(' · ')
}
