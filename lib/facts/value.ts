import { formatLocales, type Locale } from '../i18n/locales'
import type { FactValue } from './kinds'

const unitNames = { hours: 'hour', days: 'day', weeks: 'week', months: 'month', years: 'year' } as const
type Period = Extract<FactValue, { kind: 'period' }>['value']

/** The value as a few words in the reader's language, to stand inside a sentence. None for a text or a yes or no. */
export function shortValue(fact: FactValue, locale: Locale): string | undefined {
  switch (fact.kind) {
    case 'period':
      return period(fact.value, locale)
    case 'money':
      return money(fact.value.cents, locale)
    case 'code':
      // A text is worth nothing without the number that it goes to.
      return fact.value.way === 'sms' ? `${fact.value.code} → ${fact.value.to}` : fact.value.code
    case 'phone':
      return spaced(fact.value.number)
    case 'url':
      return new URL(fact.value.url).hostname.replace(/^www\./, '')
    case 'email':
      return fact.value.address
    case 'name':
      return fact.value.name
    case 'count':
      return new Intl.NumberFormat(formatLocales[locale]).format(fact.value.count)
    case 'yesNo':
    case 'text':
      return undefined
  }
}

function period({ count, unit }: Period, locale: Locale): string {
  const format = { style: 'unit', unit: unitNames[unit], unitDisplay: 'long' } as const
  // "12 个月" with the space that Chinese puts beside digits here, as everywhere on the site.
  return new Intl.NumberFormat(formatLocales[locale], format).format(count).replace(/(\d)(?=\p{Script=Han})/u, '$1 ')
}

function money(cents: number, locale: Locale): string {
  const format = { style: 'currency', currency: 'EUR', minimumFractionDigits: cents % 100 === 0 ? 0 : 2 } as const
  return new Intl.NumberFormat(formatLocales[locale], format).format(cents / 100)
}

/** `+32486191999` as a person reads it: `+32 486 19 19 99`; a short number stays as it is. */
export function spaced(number: string): string {
  const abroad = /^\+32(4\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number)
  if (abroad) return `+32 ${abroad.slice(1).join(' ')}`
  const mobile = /^(04\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number)
  if (mobile) return mobile.slice(1).join(' ')
  const free = /^(0800)(\d\d)(\d{3})$/.exec(number)
  if (free) return free.slice(1).join(' ')
  const fixedAbroad = /^\+32(2)(\d{3})(\d\d)(\d\d)$/.exec(number)
  if (fixedAbroad) return `+32 ${fixedAbroad.slice(1).join(' ')}`
  const fixed = /^(02)(\d{3})(\d\d)(\d\d)$/.exec(number)
  return fixed ? fixed.slice(1).join(' ') : number
}
