import type { Locale } from '../i18n/locales'
import { experiencePath, questionPath } from '../paths'
import type { Home } from './about'

/** The address of the page on which a post stands. */
export function pathOf({ kind, id }: Home, locale: Locale): string {
  return kind === 'experience' ? experiencePath(locale, id) : questionPath(locale, id)
}
