import type { FactView } from '../facts/display'
import { shortValue } from '../facts/value'
import type { Locale } from '../i18n/locales'
import { addressOf } from './targets'
import { pieces } from './words'

/** Our prose as Markdown: each fact its value, leading to its source and date. Throws for a fact that may not stand in a sentence. */
export function markdownOf(prose: string, facts: ReadonlyMap<string, FactView>, locale: Locale): string {
  return pieces(prose)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text
      if (piece.kind === 'strong') return `**${piece.text}**`
      if (piece.kind === 'link') return `[${piece.text}](${addressOf(piece.target, locale)})`
      const fact = facts.get(piece.key)
      const value = fact?.standing === 'fact' && shortValue(fact.value, locale)
      if (!value) throw new Error(`${piece.key} may not stand in a sentence`)
      return `[${value}](${fact.address})`
    })
    .join('')
}
