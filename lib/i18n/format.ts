import { formatLocales, type Locale, timeZone } from './locales'

/** Days, instants and numbers as readers in Belgium write them. Instants are told in Brussels' time, which the words around must say. */
export function formatDay(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeZone }).format(at)
}

export function formatInstant(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(formatLocales[locale]).format(value)
}
