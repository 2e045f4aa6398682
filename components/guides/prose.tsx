import { getLocale } from 'next-intl/server'
import { Fragment } from 'react'
import { FactChip } from '@/components/facts/chip'
import type { FactView } from '@/lib/facts/display'
import { addressOf } from '@/lib/guides/targets'
import { pieces } from '@/lib/guides/words'

export type Facts = ReadonlyMap<string, FactView>

/** A guide's prose: words, with the facts of the ledger put in where they are named. */
export async function Prose({ text, facts }: { text: string; facts: Facts }) {
  const locale = await getLocale()
  return pieces(text).map((piece, index) => {
    const key = `${index}`
    if (piece.kind === 'fact') return <FactChip key={key} fact={facts.get(piece.key)} />
    if (piece.kind === 'strong') return <strong key={key}>{piece.text}</strong>
    if (piece.kind === 'words') return <Fragment key={key}>{piece.text}</Fragment>
    return (
      <a key={key} href={addressOf(piece.target, locale)}>
        {piece.text}
      </a>
    )
  })
}
