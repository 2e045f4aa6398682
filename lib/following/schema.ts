import { z } from 'zod'
import { PostId } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'

const Slug = z.string().regex(/^[a-z0-9-]{1,60}$/, 'notAChoice' satisfies FieldRefusalCode)
// Characters: as long as the address of a profile can be (lib/press/pages.ts). Whose handle it is, the verb asks.
const ASKED_MAX = 40
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Exactly one target, and whether it is followed from now on. */
export const FollowInput = z
  .strictObject({
    post: orNone(PostId),
    member: orNone(z.string().max(ASKED_MAX, 'notAChoice' satisfies FieldRefusalCode)),
    operator: orNone(Slug),
    guide: orNone(Slug),
    follow: z.enum(['yes', 'no'], { error: 'notAChoice' satisfies FieldRefusalCode }),
  })
  .refine(
    (input) => [input.post, input.operator, input.guide, input.member].filter((one) => one !== undefined).length === 1,
    {
      error: 'required' satisfies FieldRefusalCode,
      path: ['post'],
    },
  )
export type FollowInput = z.output<typeof FollowInput>
