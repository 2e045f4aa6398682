import type { Locale } from '../i18n/locales'
import { factsPath, operatorFactsPath } from '../paths'
import {
  type ClockStart,
  clockStarts,
  type FactTopic,
  FactValue,
  type InFourLanguages,
  type SubjectKind,
} from './kinds'

/** The chapters of the ledger besides the operators, as they stand in an address. */
export const chapterNames = {
  law: 'law',
  numbering: 'numbering',
  channel: 'channels',
  payment: 'payments',
  network: 'networks',
} as const satisfies Record<SubjectKind, string>
export type Chapter = (typeof chapterNames)[SubjectKind]

/** What a reader may be told as a fact: the value, its sentence, where and when it was read, and how sure we are. */
export type ShownFact = Common & {
  standing: 'fact'
  confidence: 'high' | 'medium'
  text: string
  note: string | undefined
  value: FactValue
  startsAt: ClockStart | undefined
  sourceUrl: string
  alsoUrls: string[]
}

/** What we do not know: a question that a reader can help to answer. It carries no value at all. */
export type OpenFact = Common & { standing: 'open'; question: string; sourceUrl: string | undefined }

type Common = {
  key: string
  topic: FactTopic
  /** Where it stands with everything that is known about it. */
  address: string
  /** The operator it is about, by name; none for the law and the like. */
  operator: string | undefined
  readOn: Date | undefined
  compiledOn: Date
}
export type FactView = ShownFact | OpenFact

/** A fact as it lies in the database. */
export type StoredFact = {
  key: string
  topic: string
  kind: string
  value: unknown
  qualifier: string | null
  text: unknown
  question: unknown
  note: unknown
  sourceUrl: string | null
  alsoUrls: string[]
  readOn: Date | null
  compiledOn: Date
  confidence: 'high' | 'medium' | 'low' | 'unverified'
  operator: { slug: string; name: string } | null
  subject: { kind: SubjectKind } | null
}

/**
 * The display rule, in its one place: `high` and `medium` are shown as facts, with their source; `low` and `unverified` never are.
 * Of those only the question leaves this function, so that no page can show their value by mistake (design, section 4).
 */
export function displayed(fact: StoredFact, locale: Locale): FactView {
  const common = {
    key: fact.key,
    topic: fact.topic as FactTopic,
    address: addressOf(fact, locale),
    operator: fact.operator?.name,
    readOn: fact.readOn ?? undefined,
    compiledOn: fact.compiledOn,
  }
  if (fact.confidence === 'low' || fact.confidence === 'unverified')
    return {
      ...common,
      standing: 'open',
      question: said(fact.question, locale),
      sourceUrl: fact.sourceUrl ?? undefined,
    }
  if (!fact.sourceUrl) throw new Error(`${fact.key} is ${fact.confidence} without a source`)
  return {
    ...common,
    standing: 'fact',
    confidence: fact.confidence,
    text: said(fact.text, locale),
    note: fact.note ? said(fact.note, locale) : undefined,
    value: FactValue.parse({ kind: fact.kind, value: fact.value }),
    startsAt: clockStarts.find((start) => start === fact.qualifier),
    sourceUrl: fact.sourceUrl,
    alsoUrls: fact.alsoUrls,
  }
}

/** The id of a fact on the page that lists it. */
export function anchorOf(key: string): string {
  return key.replace('.', '-')
}

function addressOf({ key, operator, subject }: StoredFact, locale: Locale): string {
  const page = operator
    ? operatorFactsPath(locale, operator.slug)
    : factsPath(locale, chapterNames[subject?.kind ?? 'law'])
  return `${page}#${anchorOf(key)}`
}

/** One language of a text that lies in four. */
export function said(texts: unknown, locale: Locale): string {
  const text = (texts as InFourLanguages | null)?.[locale]
  if (!text) throw new Error(`a text of the ledger is missing in ${locale}`)
  return text
}
