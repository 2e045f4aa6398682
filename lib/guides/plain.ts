import type { FactView } from '../facts/display'
import { shortValue } from '../facts/value'
import type { Locale } from '../i18n/locales'
import { pieces } from './words'

/** Prose as plain words, with the values of its facts put in: for search engines and for our own search. */
export function plainProse(prose: string, facts: ReadonlyMap<string, FactView>, locale: Locale): string {
  return pieces(prose)
    .map((piece) => {
      if (piece.kind !== 'fact') return piece.text
      const fact = facts.get(piece.key)
      return (fact?.standing === 'fact' && shortValue(fact.value, locale)) || '…'
    })
    .join('')
}
