import { z } from 'zod'
import { slug } from '../facts/ledger-file'
import type { Locale } from '../i18n/locales'

/** A fact of the ledger: `subject.key`, for example `base.number-validity`. */
const factKey = z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)

/** What a step asks of the reader's hands. */
const actionKinds = ['open', 'call', 'ussd', 'sms', 'show', 'app'] as const
export type ActionKind = (typeof actionKinds)[number]

/** What must still work on the phone for a step. */
const needKinds = ['signal', 'credit', 'data', 'wifi'] as const
export type NeedKind = (typeof needKinds)[number]

/** What a reader comes for: the guide list is sorted by it. */
export const tasks = ['understand', 'topUp', 'data', 'keep', 'trouble', 'change', 'situation', 'operator'] as const
export type Task = (typeof tasks)[number]

/** Drawings of ours (components/pictures): where people would rather look. */
export const pictures = ['clocks', 'voucher', 'numbers', 'scam'] as const
export type Picture = (typeof pictures)[number]

const Action = z.union([
  /** Opens, dials or sends what the fact says; the fact's kind must fit. */
  z.strictObject({ kind: z.enum(['open', 'call', 'ussd', 'sms', 'app']), fact: factKey }),
  /** Words to show in a shop, in the shop's languages: the key of `phrases`. */
  z.strictObject({ kind: z.literal('show'), phrase: slug }),
])

const Step = z.strictObject({
  /** Stable across revisions and languages: confirmations and anchors point at it. */
  id: slug,
  actions: z.array(Action).default([]),
  needs: z.array(z.enum(needKinds)).default([]),
  facts: z.array(factKey).default([]),
  picture: z.enum(pictures).optional(),
})

/** The bones of a guide, the same in every language (prisma/seed/guides/<slug>/guide.json). */
export const GuideBones = z.strictObject({
  slug,
  task: z.enum(tasks),
  operators: z.array(slug),
  /** The day on which the text was last checked against the ledger. */
  verifiedOn: z.iso.date(),
  /** Days until it must be checked again: 90 with prices or codes, 365 for concepts (features.md 2.8, guide.review_days). */
  reviewDays: z.union([z.literal(90), z.literal(365)]),
  parts: z.array(z.strictObject({ id: slug, facts: z.array(factKey).default([]), steps: z.array(Step) })).min(1),
  phrases: z.array(slug).default([]),
  related: z.array(slug).default([]),
  /** Words of the glossary that the guide leans on. */
  terms: z.array(slug).default([]),
  /** What readers call it, in any language, right or wrong: found by search, shown nowhere. */
  alsoCalled: z.array(z.string().min(1)).default([]),
  /** Earlier names of the guide, whose addresses lead here. */
  formerSlugs: z.array(slug).default([]),
})
export type GuideBones = z.output<typeof GuideBones>

const line = z.string().trim().min(2)

/** The words of a guide in one language (prisma/seed/guides/<slug>/<locale>.json). `{{fact}}`, `[text](target)` and `**strong**`. */
export const GuideWords = z.strictObject({
  title: line.max(80),
  summary: line.max(200),
  lead: line,
  forWhom: z.array(line).min(1),
  youNeed: z.array(line).min(1),
  parts: z.record(slug, z.strictObject({ title: line, intro: line.optional() })),
  steps: z.record(slug, z.strictObject({ title: line.max(80), text: line })),
  /** What to show or say in a Belgian shop. Always French and Dutch; the reader's own words explain it. */
  phrases: z.record(slug, z.strictObject({ meaning: line, fr: line, nl: line })).default({}),
  cautions: z.array(line).min(2),
  goesWrong: z.array(z.strictObject({ problem: line, remedy: line })).min(2),
  /** The id is the anchor, the same in every language. */
  questions: z.array(z.strictObject({ id: slug, question: line, answer: line })).min(2),
})
export type GuideWords = z.output<typeof GuideWords>

/** A guide as it lies in the project. */
export type GuideFile = { bones: GuideBones; words: Record<Locale, GuideWords> }
