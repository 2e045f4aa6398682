import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'
import { clean } from '../text/clean'

export const AskExportInput = z.strictObject({})
export type AskExportInput = z.output<typeof AskExportInput>

const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }

/** What becomes of what one wrote: it stays without a name, or its text goes. */
export const postChoices = ['keep', 'remove'] as const
export type PostChoice = (typeof postChoices)[number]

/** `handle`: typed by hand, so that nobody leaves by a slip. A name is recognised with `@` before it, and in any width. */
export const ErasureInput = z.strictObject({
  handle: z
    .string({ error: 'required' satisfies FieldRefusalCode })
    .min(1, 'required' satisfies FieldRefusalCode)
    .max(200, 'tooLong' satisfies FieldRefusalCode)
    .transform((value) => clean(value.normalize('NFKC')).replace(/^@/, '')),
  posts: z.enum(postChoices, notAChoice),
})
export type ErasureInput = z.output<typeof ErasureInput>

export const TakeBackInput = z.strictObject({})
export type TakeBackInput = z.output<typeof TakeBackInput>

export const LayDownInput = z.strictObject({})
export type LayDownInput = z.output<typeof LayDownInput>

const version = z.coerce.number(notAChoice).int().positive()

/** The versions that stood on the page: what is agreed to is what was shown. */
export const ConsentInput = z.strictObject({ rules: version, privacy: version })
export type ConsentInput = z.output<typeof ConsentInput>
