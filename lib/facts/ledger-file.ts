import { z } from 'zod'
import { clockStarts, confidences, FactValue, factKinds, factTopics, InFourLanguages } from './kinds'

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const httpUrl = z.url({ protocol: /^https?$/ })
const day = z.iso.date()

/**
 * One fact as it lies in prisma/seed. `text` is the sentence that says it; `question` is what is still open, for a fact that may not
 * be shown. `readOn` is the day on which a person read the value on the live page: empty until somebody did.
 */
export const LedgerFact = z
  .strictObject({
    key: slug,
    topic: z.enum(factTopics),
    kind: z.enum(factKinds),
    value: z.unknown(),
    startsAt: z.enum(clockStarts).optional(),
    text: InFourLanguages.optional(),
    question: InFourLanguages.optional(),
    note: InFourLanguages.optional(),
    source: httpUrl.nullable(),
    also: z.array(httpUrl).optional(),
    readOn: day.nullable(),
    compiledOn: day,
    confidence: z.enum(confidences),
  })
  .superRefine((fact, context) => {
    for (const problem of problemsOf(fact)) context.addIssue({ code: 'custom', message: `${fact.key}: ${problem}` })
  })
export type LedgerFact = z.output<typeof LedgerFact>

type Loose = Pick<LedgerFact, 'kind' | 'value' | 'text' | 'question' | 'source' | 'confidence'>

function* problemsOf({ kind, value, text, question, source, confidence }: Loose): Generator<string> {
  const isShown = confidence === 'high' || confidence === 'medium'
  const isKnown = confidence !== 'unverified'
  if (isShown && !source) yield 'a fact that is shown needs a source'
  if (isKnown && !text) yield 'a known fact needs its sentence in four languages'
  if (!isShown && !question) yield 'a fact that is not shown needs the open question in four languages'
  if (isShown && question) yield 'a fact that is shown is no open question'
  if (!isKnown && (text || value !== null)) yield 'an unverified fact has neither value nor sentence'
  if (isKnown && !FactValue.safeParse({ kind, value }).success) yield `the value does not fit its kind ${kind}`
}

/**
 * What a customer of an operator without a guide of its own does to renew: prose with marks, as in guides (lib/guides/words.ts).
 * `renew`: what 续费 means there. `steps`: what to do, one act each. `beware`: what to look out for.
 */
export const Brief = z.strictObject({
  renew: InFourLanguages,
  steps: z.array(InFourLanguages).min(2).max(5),
  beware: z.array(InFourLanguages).max(3),
})
export type Brief = z.output<typeof Brief>

export const OperatorFile = z.strictObject({
  slug,
  name: z.string(),
  alsoKnownAs: z.array(z.string()),
  kind: z.enum(['mno', 'mvno', 'brand', 'group']),
  group: z.string().nullable(),
  network: slug.nullable(),
  /** Which kinds of card it sells today, as far as is known: decides which clocks a hub shows. */
  sells: z.enum(['prepaid', 'subscription', 'gone', 'unknown']),
  summary: InFourLanguages,
  brief: Brief.optional(),
  facts: z.array(LedgerFact),
})
export type OperatorFile = z.output<typeof OperatorFile>

/** Channels, ways of paying, law, numbering, networks: a subject with a name in four languages and its facts. */
export const SubjectFile = z.strictObject({
  slug,
  name: InFourLanguages,
  verdict: InFourLanguages.optional(),
  facts: z.array(LedgerFact),
})
export type SubjectFile = z.output<typeof SubjectFile>

export const GlossaryTerm = z.strictObject({
  slug,
  term: InFourLanguages,
  meaning: InFourLanguages,
  isAttested: z.boolean(),
})
export type GlossaryTerm = z.output<typeof GlossaryTerm>
