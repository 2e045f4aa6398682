import 'server-only'
import type { FactView } from '../facts/display'
import { factsByKey } from '../facts/queries'
import type { Locale } from '../i18n/locales'
import { type GuidePage, guidePage } from './queries'

/** A guide and the facts that it embeds, by key. */
export async function guideWithFacts(
  slug: string,
  locale: Locale,
): Promise<{ guide: GuidePage; facts: ReadonlyMap<string, FactView> } | undefined> {
  const guide = await guidePage(slug, locale)
  if (!guide) return undefined
  const facts = await factsByKey(guide.factKeys, locale)
  return { guide, facts: new Map(facts.map((fact) => [fact.key, fact])) }
}
