import { documentNames } from '../documents/names'
import type { LedgerFact } from '../facts/ledger-file'
import type { GuideFile } from '../guides/guide-file'
import { anchorsOf, type Known } from '../guides/rules'
import { pageTargets } from '../guides/targets'
import { chapterFiles, glossaryFile, guideFiles, operatorFiles } from './files'

/** Everything that the project ships, and what of it may be referred to: for the rules over our own texts. */
export async function shippedContent(): Promise<{ guides: GuideFile[]; known: Known }> {
  const [guides, operators, chapters, glossary] = await Promise.all([
    guideFiles(),
    operatorFiles(),
    chapterFiles(),
    glossaryFile(),
  ])
  const ledger = new Map<string, LedgerFact>(
    [...operators, ...Object.values(chapters).flat()].flatMap(({ slug, facts }) =>
      facts.map((fact) => [`${slug}.${fact.key}`, fact] as const),
    ),
  )
  const terms = new Set(glossary.map(({ slug }) => slug))
  const targets = new Set([
    ...pageTargets,
    ...documentNames.map((name) => `document:${name}`),
    ...Object.keys(chapters).map((name) => `chapter:${name}`),
    ...[...terms].map((slug) => `term:${slug}`),
    ...operators.flatMap(({ slug }) => [`operator:${slug}`, `facts:${slug}`]),
    ...guides.flatMap((guide) => [
      `guide:${guide.bones.slug}`,
      ...anchorsOf(guide).map((anchor) => `guide:${guide.bones.slug}#${anchor}`),
    ]),
  ])
  return { guides, known: { ledger, targets, terms } }
}
