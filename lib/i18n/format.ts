import { formatLocales, type Locale, timeZone } from './locales'

/** Days, instants and numbers as readers in Belgium write them. Instants are told in Brussels' time, and say so. */
export function formatDay(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeZone }).format(at)
}

export function formatInstant(locale: Locale, at: Date): string {
  const parts = {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  } as const
  return new Intl.DateTimeFormat(formatLocales[locale], parts).format(at)
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(formatLocales[locale]).format(value)
}
