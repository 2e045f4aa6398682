import type { FactView } from '../facts/display'
import { shortValue } from '../facts/value'
import type { Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'
import { addressOf } from './targets'
import { pieces } from './words'

/**
 * Our prose as Markdown: each fact its value, leading to its source and date. A fact that somebody has since made unsure leads to its
 * open question instead, as everywhere on the site.
 */
export function markdownOf(prose: string, facts: ReadonlyMap<string, FactView>, locale: Locale): string {
  return pieces(prose)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text
      if (piece.kind === 'strong') return `**${piece.text}**`
      if (piece.kind === 'link') return `[${piece.text}](${addressOf(piece.target, locale)})`
      const fact = facts.get(piece.key)
      const value = fact?.standing === 'fact' && shortValue(fact.value, locale)
      if (value) return `[${value}](${fact.address})`
      const { unknownValue } = messages[locale].facts
      return fact ? `[${unknownValue}](${fact.address})` : unknownValue
    })
    .join('')
}
