import { z } from 'zod'
import { locales } from '../i18n/locales'

/** What a reader may be shown of a fact follows from this alone (lib/facts/display.ts). */
export const confidences = ['high', 'medium', 'low', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

/** The parts of a fact sheet, in the order in which they are read. */
export const factTopics = [
  'clocks',
  'topUp',
  'codes',
  'payment',
  'help',
  'identification',
  'moving',
  'abroad',
  'plans',
  'warnings',
] as const
export type FactTopic = (typeof factTopics)[number]

export const subjectKinds = ['network', 'channel', 'payment', 'law', 'numbering'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** When a clock begins to run. */
export const clockStarts = ['topUp', 'lastTopUp', 'identification', 'purchase', 'dueDate', 'loss', 'portOut'] as const
export type ClockStart = (typeof clockStarts)[number]

export const factKinds = ['period', 'money', 'code', 'phone', 'url', 'email', 'name', 'count', 'yesNo', 'text'] as const
export type FactKind = (typeof factKinds)[number]

const period = z.strictObject({
  count: z.int().positive(),
  unit: z.enum(['hours', 'days', 'weeks', 'months', 'years']),
})
const money = z.strictObject({ cents: z.int().nonnegative(), currency: z.literal('EUR') })
/** `<…>` in a code stands for what the reader puts there. `to` is where a text message goes. */
const code = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('ussd'), code: z.string().regex(/^[*#\d<>a-z ]+#?$/) }),
  z.strictObject({ way: z.literal('sms'), code: z.string().min(1), to: z.string().regex(/^\d{4,6}$/) }),
  z.strictObject({ way: z.literal('call'), code: z.string().regex(/^\d{3,6}$/) }),
])
/** As it is dialed: a short number, a national one, or E.164. */
const phone = z.strictObject({ number: z.string().regex(/^(\+32\d{8,9}|0\d{8,9}|\d{4})$/) })
const httpUrl = z.url({ protocol: /^https?$/ })

/** The typed value of a fact. A text has none: its sentence is all there is. */
export const FactValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period'), value: period }),
  z.strictObject({ kind: z.literal('money'), value: money }),
  z.strictObject({ kind: z.literal('code'), value: code }),
  z.strictObject({ kind: z.literal('phone'), value: phone }),
  z.strictObject({ kind: z.literal('url'), value: z.strictObject({ url: httpUrl }) }),
  z.strictObject({ kind: z.literal('email'), value: z.strictObject({ address: z.email() }) }),
  z.strictObject({ kind: z.literal('name'), value: z.strictObject({ name: z.string().min(1) }) }),
  z.strictObject({ kind: z.literal('count'), value: z.strictObject({ count: z.int() }) }),
  z.strictObject({ kind: z.literal('yesNo'), value: z.strictObject({ yes: z.boolean() }) }),
  z.strictObject({ kind: z.literal('text'), value: z.null() }),
])
export type FactValue = z.output<typeof FactValue>

const sentence = z.string().trim().min(2)
export const InFourLanguages = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, sentence])) as Record<(typeof locales)[number], typeof sentence>,
)
export type InFourLanguages = z.output<typeof InFourLanguages>
