import { z } from 'zod'
import { locales } from '../i18n/locales'
import { PostId } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'
import { aboutMember, notificationKinds } from './kinds'
import { defaultZone, zones } from './zones'

const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What was read: everything of one page (of a post, or of an operator) and one kind, or all that was there when the list was drawn (`until`). */
export const ReadInput = z.strictObject({
  home: orNone(PostId),
  operator: orNone(z.string().regex(/^[a-z0-9-]{1,60}$/, notAChoice)),
  /** What is about no page, but about the reader's own account. */
  account: orNone(z.literal('yes', notAChoice)),
  kind: orNone(z.enum([...notificationKinds, ...aboutMember], notAChoice)),
  // Of this century: PostgreSQL has no year 0.
  until: orNone(z.iso.datetime(notAChoice).refine((at) => at >= '2000', notAChoice)),
})
export type ReadInput = z.output<typeof ReadInput>

/** The boxes of one column: a list from a program, one value in commas from a form (lib/door/read.ts), nothing for none. */
const boxes = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : (value ?? [])),
  z.array(z.enum(notificationKinds, notAChoice), notAChoice).max(notificationKinds.length, notAChoice),
)
const hour = orNone(z.coerce.number(notAChoice).int(notAChoice).min(0, notAChoice).max(23, notAChoice))

/** Everything on the page of choices at once: what is left out is not wanted. */
export const ChoicesInput = z
  .strictObject({
    letters: z.enum(locales, notAChoice),
    inbox: boxes,
    mail: boxes,
    push: boxes,
    zone: z.preprocess((value) => value ?? defaultZone, z.enum(zones as readonly [string, ...string[]], notAChoice)),
    quietFrom: hour,
    quietTo: hour,
    digest: z.preprocess((value) => value ?? 'never', z.enum(['never', 'daily', 'weekly'], notAChoice)),
  })
  .superRefine(({ quietFrom, quietTo }, context) => {
    const refuse = (field: string, message: FieldRefusalCode) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (quietFrom !== undefined && quietTo === undefined) refuse('quietTo', 'required')
    if (quietFrom === undefined && quietTo !== undefined) refuse('quietFrom', 'required')
    // A whole day would be never: there are the boxes for that.
    if (quietFrom !== undefined && quietFrom === quietTo) refuse('quietTo', 'notAChoice')
  })
export type ChoicesInput = z.output<typeof ChoicesInput>

export const UnsubscribeInput = z.strictObject({ token: z.string().max(400) })
export type UnsubscribeInput = z.output<typeof UnsubscribeInput>
