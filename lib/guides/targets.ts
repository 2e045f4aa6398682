import type { Locale } from '../i18n/locales'
import {
  askPath,
  badgesPath,
  checkingPath,
  documentPath,
  factsPath,
  feedbackPath,
  glossaryPath,
  guidePath,
  myDataPath,
  myProfilePath,
  operatorFactsPath,
  operatorPath,
  sessionsPath,
  sharePath,
  termPath,
} from '../paths'

const pages = new Map(
  Object.entries<(locale: Locale) => string>({
    ask: askPath,
    badges: badgesPath,
    share: sharePath,
    checking: checkingPath,
    feedback: feedbackPath,
    glossary: glossaryPath,
    sessions: sessionsPath,
    data: myDataPath,
    profile: myProfilePath,
    law: (locale) => factsPath(locale, 'law'),
  }),
)
const kinds = new Map(
  Object.entries<(locale: Locale, slug: string) => string>({
    guide: guidePath,
    operator: operatorPath,
    facts: operatorFactsPath,
    chapter: factsPath,
    term: termPath,
    document: documentPath,
  }),
)

/** Targets without a slug, as they may stand in prose: `[text](ask)`. */
export const pageTargets = [...pages.keys()]

/** The address of what a link in our prose names: `ask`, `guide:slug`, `guide:slug#anchor`, `term:slug` … Throws for what is unknown. */
export function addressOf(target: string, locale: Locale): string {
  const [kind = '', rest = ''] = target.split(':')
  const [slug, anchor] = rest.split('#')
  const address = slug ? kinds.get(kind)?.(locale, slug) : pages.get(kind)?.(locale)
  if (!address) throw new Error(`${target} leads nowhere`)
  return anchor ? `${address}#${anchor}` : address
}
