import { readFileSync } from 'node:fs'
import type { Locale } from './test'

/** The site's own words in one language: `say('ask.send')`. Placeholders are cut off, so that a beginning can be looked for. */
export function wordsIn(locale: Locale): (key: string) => string {
  const messages: unknown = JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, 'utf8'))
  return (key) => {
    const found = key.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)?.[part], messages)
    if (typeof found !== 'string') throw new Error(`there is no message ${key} in ${locale}`)
    return found.split('{')[0]?.trim() ?? ''
  }
}
