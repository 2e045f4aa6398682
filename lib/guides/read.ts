import 'server-only'
import type { FactView } from '../facts/display'
import { factsByKey } from '../facts/queries'
import type { Locale } from '../i18n/locales'
import { type GuidePage, guidePage } from './queries'
import { keysIn } from './words'

/** The facts that lines of our prose embed, by key. */
export async function factsIn(lines: readonly string[], locale: Locale): Promise<ReadonlyMap<string, FactView>> {
  const keys = keysIn(lines)
  if (keys.length === 0) return new Map()
  return byKey(await factsByKey(keys, locale))
}

/** A guide and the facts that it embeds, by key. */
export async function guideWithFacts(
  slug: string,
  locale: Locale,
): Promise<{ guide: GuidePage; facts: ReadonlyMap<string, FactView> } | undefined> {
  const guide = await guidePage(slug, locale)
  if (!guide) return undefined
  return { guide, facts: byKey(await factsByKey(guide.factKeys, locale)) }
}

function byKey(facts: readonly FactView[]): ReadonlyMap<string, FactView> {
  return new Map(facts.map((fact) => [fact.key, fact]))
}
