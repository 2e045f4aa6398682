import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import type { InFourLanguages } from '../facts/kinds'
import { type Locale, locales } from '../i18n/locales'

/** A word of the field in all four languages, and what it means in the reader's. */
export type TermView = {
  slug: string
  terms: { locale: Locale; term: string }[]
  meaning: string
  /** Was one of the forms read on a Belgian page? Otherwise the wording is ours. */
  isAttested: boolean
}

/** The glossary, in its own order: what belongs together stands together. */
export function glossary(locale: Locale): Promise<TermView[]> {
  return throughCache([tags.ledger], (since) => read(locale, since))
}

async function read(locale: Locale, _since: number): Promise<TermView[]> {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const rows = await db().term.findMany({
    select: { slug: true, term: true, meaning: true, isAttested: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ slug, term, meaning, isAttested }) => {
    const forms = term as InFourLanguages
    // The reader's own word first.
    const order = [locale, ...locales.filter((one) => one !== locale)]
    return {
      slug,
      terms: order.map((one) => ({ locale: one, term: forms[one] })),
      meaning: (meaning as InFourLanguages)[locale],
      isAttested,
    }
  })
}
