import { formatLocales, type Locale, timeZone } from './locales'

/** Days, instants and numbers as readers in Belgium write them. Instants are told in Brussels' time, which the words around must say. */
export function formatDay(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeZone }).format(at)
}

export function formatInstant(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
}

/** A month of a year, as of the first day that stands for it. */
export function formatMonth(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)
}

/** The month in which something happened, in Brussels. */
export function formatMonthOf(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { year: 'numeric', month: 'long', timeZone }).format(at)
}

/** What a language is called in the reader's own. */
export function languageName(locale: Locale, language: Locale): string {
  return new Intl.DisplayNames(formatLocales[locale], { type: 'language' }).of(language) ?? language
}

/** Several things, all of them, as one writes them in a row. */
export function formatList(locale: Locale, things: readonly string[]): string {
  return new Intl.ListFormat(formatLocales[locale], { type: 'conjunction' }).format(things)
}

export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(formatLocales[locale]).format(value)
}

/** A day that is a date and no instant, kept as midnight UTC. */
export function formatDate(locale: Locale, day: Date): string {
  return new Intl.DateTimeFormat(formatLocales[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}

/** A number with its sign, as what is added or taken. */
export function formatSigned(locale: Locale, value: number): string {
  return new Intl.NumberFormat(formatLocales[locale], { signDisplay: 'exceptZero' }).format(value)
}

/** How large a file is, as a reader is told before loading it. */
export function formatBytes(locale: Locale, bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  const style = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(formatLocales[locale], style).format(value)
}
