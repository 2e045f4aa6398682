import type { LedgerFact } from '../facts/ledger-file'
import { type Locale, locales } from '../i18n/locales'
import { allowedPhrases } from './allowed'
import type { GuideFile, GuideWords } from './guide-file'
import { hedges, LONGEST, languageRules, lengthOf, withoutQuotes } from './language-rules'
import { keysIn, pieces } from './words'

/** What a guide may refer to: facts by `subject.key`, link targets (`guide:slug`, `guide:slug#anchor`, `operator:slug` …), glossary terms. */
export type Known = {
  ledger: ReadonlyMap<string, LedgerFact>
  targets: ReadonlySet<string>
  terms: ReadonlySet<string>
}

const ACTION_KINDS = { open: ['url'], call: ['phone', 'call'], ussd: ['ussd'], sms: ['sms'], app: ['name'] }

/** Everything in a guide that breaks the rules of the house, as sentences; none when it is in order. */
export function faultsOf(guide: GuideFile, known: Known): string[] {
  return [
    ...factFaults(guide, known),
    ...actionFaults(guide, known),
    ...shapeFaults(guide),
    ...linkFaults(guide, known),
    ...locales.flatMap((locale) => languageFaults(guide, locale)),
  ]
}

/** The anchors of a guide: its parts, steps and questions, and the headings that every guide has. */
export function anchorsOf({ bones, words }: GuideFile): string[] {
  const parts = bones.parts.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)])
  return [...parts, ...words.zh.questions.map(({ id }) => id), 'cautions', 'wrong', 'questions', 'sources']
}

function stepsOf({ bones }: GuideFile) {
  return bones.parts.flatMap(({ steps }) => steps)
}

function isShown(key: string, { ledger }: Known): boolean {
  return ['high', 'medium'].includes(ledger.get(key)?.confidence ?? '')
}

function factFaults(guide: GuideFile, known: Known): string[] {
  const listed = [...guide.bones.parts.flatMap(({ facts }) => facts), ...stepsOf(guide).flatMap(({ facts }) => facts)]
  const inline = locales.flatMap((locale) => keysIn(guide.words[locale]))
  return [
    ...listed.filter((key) => !known.ledger.has(key)).map((key) => `${key} is not in the ledger`),
    ...inline.filter((key) => !isShown(key, known)).map((key) => `${key} may not stand in a sentence`),
  ]
}

function actionFaults(guide: GuideFile, known: Known): string[] {
  return stepsOf(guide)
    .flatMap(({ actions }) => actions)
    .flatMap((action) => {
      if (action.kind === 'show')
        return guide.bones.phrases.includes(action.phrase) ? [] : [`the phrase ${action.phrase} is not listed`]
      const fact = known.ledger.get(action.fact)
      const way = fact?.kind === 'code' ? (fact.value as { way: string }).way : (fact?.kind ?? '')
      const fits = isShown(action.fact, known) && ACTION_KINDS[action.kind].includes(way)
      return fits ? [] : [`the action ${action.kind} does not fit ${action.fact}`]
    })
}

function shapeFaults(guide: GuideFile): string[] {
  const { bones, words } = guide
  const anchors = anchorsOf(guide)
  const twice = anchors.filter((id, index) => anchors.indexOf(id) !== index)
  const bare = JSON.stringify({
    ...shapeOf(words.zh),
    parts: bones.parts.map(({ id }) => id).sort(),
    steps: stepsOf(guide)
      .map(({ id }) => id)
      .sort(),
    phrases: [...bones.phrases].sort(),
  })
  const different = locales.filter((locale) => JSON.stringify(shapeOf(words[locale])) !== bare)
  return [
    ...twice.map((id) => `the anchor ${id} stands twice`),
    ...different.map((locale) => `${locale}: ${firstDifference(JSON.stringify(shapeOf(words[locale])), bare)}`),
  ]
}

// What must be the same in every language: parts, steps, phrases, facts, links, questions, and how many warnings.
function shapeOf(words: GuideWords) {
  const targets = linesOf(words).flatMap((line) => targetsIn(line))
  return {
    parts: Object.keys(words.parts).sort(),
    steps: Object.keys(words.steps).sort(),
    phrases: Object.keys(words.phrases).sort(),
    facts: [...new Set(keysIn(words))].sort(),
    targets: [...new Set(targets)].sort(),
    questions: words.questions.map(({ id }) => id),
    counts: [words.cautions.length, words.goesWrong.length, words.forWhom.length, words.youNeed.length],
  }
}

function firstDifference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return `has ${one.slice(at, at + 60)} where the bones or the Chinese have ${other.slice(at, at + 60)}`
}

function linkFaults({ bones, words }: GuideFile, known: Known): string[] {
  const targets = new Set(locales.flatMap((locale) => linesOf(words[locale]).flatMap(targetsIn)))
  const related = bones.related.map((slug) => `guide:${slug}`)
  const operators = bones.operators.map((slug) => `operator:${slug}`)
  return [
    ...[...targets, ...related, ...operators]
      .filter((one) => !known.targets.has(one))
      .map((one) => `${one} leads nowhere`),
    ...bones.terms.filter((one) => !known.terms.has(one)).map((one) => `${one} is no term of the glossary`),
  ]
}

function languageFaults({ words }: GuideFile, locale: Locale): string[] {
  const { phrases, ...own } = words[locale]
  const meanings = Object.values(phrases).map(({ meaning }) => meaning)
  const lines = linesOf({ ...own, meanings })
  const plain = [own.title, own.summary, ...meanings, ...[own.parts, own.steps].flatMap(Object.values).map(titleOf)]
  return [
    ...plain.filter((text) => pieces(text).length > 1).map((text) => `${locale}: no mark may stand in ${text}`),
    ...lines.flatMap((line) => lineFaults(line, locale)),
    ...Object.values(own.steps).flatMap(({ text }) => hedgeFaults(text, locale)),
    ...tooLong(lines, locale, LONGEST),
  ]
}

/** What a line of prose in one language does that it must not. Also for prose outside guides. */
export function lineFaults(line: string, locale: Locale): string[] {
  const typed = allowedPhrases.reduce((text, { phrase }) => text.replaceAll(phrase, ''), bare(line, '…'))
  const unquoted = withoutQuotes(typed, locale)
  return languageRules[locale]
    .filter(({ finds }) => finds.test(unquoted))
    .map(({ says }) => `${locale} ${says}: ${line}`)
}

/** The same text in several languages: facts that may be shown, links that lead somewhere, the same of both, clean and short lines. */
export function proseFaults(
  versions: readonly { locale: Locale; lines: readonly string[] }[],
  known: Known,
  longest: Record<Locale, number>,
): string[] {
  const marks = versions.map(({ lines }) => ({
    facts: [...new Set(keysIn(lines))].sort(),
    targets: [...new Set(lines.flatMap(targetsIn))].sort(),
  }))
  const all = { facts: marks.flatMap(({ facts }) => facts), targets: marks.flatMap(({ targets }) => targets) }
  const different = versions.filter((_version, index) => JSON.stringify(marks[index]) !== JSON.stringify(marks[0]))
  return [
    ...all.facts.filter((key) => !isShown(key, known)).map((key) => `${key} may not stand in a sentence`),
    ...all.targets.filter((one) => !known.targets.has(one)).map((one) => `${one} leads nowhere`),
    ...different.map(({ locale }) => `${locale} has other facts or links than ${versions[0]?.locale}`),
    ...versions.flatMap(({ locale, lines }) => [
      ...lines.flatMap((line) => lineFaults(line.replace(/^(\d+\.|-) /gm, ''), locale)),
      ...lines.flatMap((line) => hedgeFaults(line, locale)),
      ...tooLong(lines, locale, longest),
    ]),
  ]
}

function tooLong(lines: readonly string[], locale: Locale, longest: Record<Locale, number>): string[] {
  const length = lines.map((line) => lengthOf(bare(line, 'X'), locale)).reduce((sum, one) => sum + one, 0)
  return length > longest[locale] ? [`${locale}: ${length} is longer than ${longest[locale]}`] : []
}

function titleOf({ title }: { title: string }): string {
  return title
}

function hedgeFaults(text: string, locale: Locale): string[] {
  const { vague, whoKnows } = hedges[locale]
  return vague.test(text) && !whoKnows.test(text) ? [`${locale} is vague and does not say who knows: ${text}`] : []
}

// The words as they are typed: a fact is a blank, a link its text.
function bare(line: string, fact: string): string {
  return pieces(line)
    .map((piece) => (piece.kind === 'fact' ? fact : piece.text))
    .join('')
}

function targetsIn(line: string): string[] {
  return pieces(line).flatMap((piece) => (piece.kind === 'link' ? [piece.target] : []))
}

/** Every string in a value of any shape. */
export function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesOf) : []
}
