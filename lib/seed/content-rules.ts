import type { OperatorFile } from '../facts/ledger-file'
import { type Known, proseFaults } from '../guides/rules'
import { type Locale, locales } from '../i18n/locales'
import type { StarterFile } from './starter-file'

// Title, question and answer together, in characters or words: somebody in a hurry reads them standing.
const ANSWER_MAX: Record<Locale, number> = { zh: 450, en: 230, fr: 250, nl: 230 }

/** What breaks the rules of the house in a starter question, as sentences. */
export function starterFaults(file: StarterFile, known: Known): string[] {
  const versions = Object.entries(file.versions).flatMap(([locale, version]) =>
    version ? [{ locale: locale as Locale, lines: [version.title, version.question, version.answer] }] : [],
  )
  const guide = known.targets.has(`guide:${file.guide}`) ? [] : [`guide:${file.guide} leads nowhere`]
  const leads = versions.filter(({ lines }) => !lines[2]?.includes(`](guide:${file.guide})`))
  return [
    ...guide,
    ...leads.map(({ locale }) => `${locale}: the answer does not lead to guide:${file.guide}`),
    ...proseFaults(versions, known, ANSWER_MAX),
  ]
}

const BRIEF_MAX: Record<Locale, number> = { zh: 600, en: 320, fr: 350, nl: 320 }

/** The same for what an operator's customers do. */
export function briefFaults({ brief }: OperatorFile, known: Known): string[] {
  if (!brief) return []
  const versions = locales.map((locale) => ({
    locale,
    lines: [brief.renew, ...brief.steps, ...brief.beware].map((text) => text[locale]),
  }))
  return proseFaults(versions, known, BRIEF_MAX)
}
