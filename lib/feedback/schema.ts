import { z } from 'zod'
import { env } from '../env'
import type { FieldRefusalCode } from '../refusal'
import { ADDRESS_MAX } from '../text/address'
import { clean, text } from '../text/clean'

export const feedbackKinds = ['wrong', 'missing', 'broken', 'idea', 'other'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

// Characters. Two Chinese characters can say a thing ("错字"); 4,000 is a long letter.
export const TEXT_MIN = 2
export const TEXT_MAX = 4000
export const PAGE_MAX = 300
const RAW_MAX = 1000

/** A word to the people who run this site: what it is about, the text, the page (a path of ours), an address for an answer. */
export const FeedbackInput = z.strictObject({
  kind: z.enum(feedbackKinds, { error: 'notAChoice' satisfies FieldRefusalCode }),
  text: text({ min: TEXT_MIN, max: TEXT_MAX }),
  page: optionalPage(
    z
      .string()
      .max(PAGE_MAX, 'notAPage')
      .regex(/^\/(?![/\\])[^\s\\]*$/, 'notAPage'),
  ),
  replyTo: optional(
    z
      .string()
      .max(ADDRESS_MAX, 'tooLong')
      .pipe(z.email({ error: 'notAnAddress' })),
  ),
})
export type FeedbackInput = z.output<typeof FeedbackInput>

// An empty field of a form means "not given". NFKC first, so that what is checked is what would be written to (security.md, finding
// 10); what is far too long is refused before that.
function optional<Inner extends z.ZodType<string, string>>(inner: Inner) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.length <= RAW_MAX ? tidied(value) : value),
    inner.optional(),
  )
}

// What the address bar shows is as good as the path in it.
function optionalPage<Inner extends z.ZodType<string, string>>(inner: Inner) {
  const { origin } = env().publicUrl
  return z.preprocess(
    (value) => (typeof value === 'string' && value.startsWith(`${origin}/`) ? value.slice(origin.length) : value),
    optional(inner),
  )
}

function tidied(value: string) {
  return clean(value.normalize('NFKC')) || undefined
}

/** Days after which the address for an answer is deleted (lib/database/sweep.ts); said beside the field. */
export const REPLY_TO_DAYS = 180
