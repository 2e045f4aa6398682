import { z } from 'zod'
import { locales } from '../i18n/locales'
import { PostId } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'
import { aboutMember, notificationKinds } from './kinds'

const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What was read: everything of one page and one kind, or all that was there when the list was drawn (`until`). */
export const ReadInput = z.strictObject({
  home: orNone(PostId),
  kind: orNone(z.enum([...notificationKinds, ...aboutMember], notAChoice)),
  until: orNone(z.iso.datetime(notAChoice)),
})
export type ReadInput = z.output<typeof ReadInput>

const checkbox = z.literal('on', notAChoice).optional()

/** One box for each kind: an empty one is not sent at all. */
export const MailChoicesInput = z.strictObject({
  letters: z.enum(locales, notAChoice),
  answerToMine: checkbox,
  commentOnMine: checkbox,
  postHidden: checkbox,
  postRestored: checkbox,
  answerAccepted: checkbox,
  answerToFollowed: checkbox,
  operatorQuestion: checkbox,
  guideChanged: checkbox,
})
export type MailChoicesInput = z.output<typeof MailChoicesInput>

export const UnsubscribeInput = z.strictObject({ token: z.string().max(400) })
export type UnsubscribeInput = z.output<typeof UnsubscribeInput>
