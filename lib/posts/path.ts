import type { Locale } from '../i18n/locales'
import { experiencePath, guidesPath, questionPath } from '../paths'
import type { Home } from './about'

/** The address of the page on which a post stands. */
export function pathOf({ kind, id }: Home, locale: Locale): string {
  if (kind === 'experience') return experiencePath(locale, id)
  return kind === 'guide' ? guidesPath(locale) : questionPath(locale, id)
}
