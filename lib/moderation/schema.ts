import { z } from 'zod'
import { maybe, OperatorSlug, PostId } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'
import { text } from '../text/clean'

export const flagReasons = ['spam', 'scam', 'wrong', 'privacy', 'rude', 'other'] as const
export type FlagReason = (typeof flagReasons)[number]

/** Why a moderator hid a post; the author reads it in their own language. */
export const removalReasons = ['spam', 'scam', 'dangerous', 'privacy', 'rude', 'offTopic', 'outdated'] as const
export type RemovalReason = (typeof removalReasons)[number]
/** The reason of a removal that no moderator made: its author had themselves erased, with their posts. Nobody takes it back. */
export const BY_AUTHOR = 'byAuthor'

export const NOTE_MAX = 500
const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }

export const FlagInput = z.strictObject({
  post: PostId,
  reason: z.enum(flagReasons, notAChoice),
  text: maybe(NOTE_MAX),
})
export type FlagInput = z.output<typeof FlagInput>

export const HideInput = z.strictObject({
  post: PostId,
  reason: z.enum(removalReasons, notAChoice),
  note: maybe(NOTE_MAX),
})
export type HideInput = z.output<typeof HideInput>

/** Why a post is shown again: in the moderator's own words, kept with the removal. */
export const RestoreInput = z.strictObject({ post: PostId, reason: text({ min: 2, max: NOTE_MAX }) })
export type RestoreInput = z.output<typeof RestoreInput>

/** The flags of a post that stays: nothing is wrong with it. */
export const DismissInput = z.strictObject({ post: PostId })
export type DismissInput = z.output<typeof DismissInput>

export const flairKinds = ['operatorStaff', 'curator'] as const
export type FlairKind = (typeof flairKinds)[number]

/** What an administrator vouches for; `operator` for its staff. Why, in the administrator's own words, is for administrators. */
export const GrantInput = z.strictObject({
  member: text({ min: 1, max: 200 }),
  kind: z.enum(flairKinds, notAChoice),
  operator: OperatorSlug,
  reason: text({ min: 2, max: NOTE_MAX }),
})
export type GrantInput = z.output<typeof GrantInput>

export const WithdrawInput = z.strictObject({ flair: z.uuid(notAChoice), reason: text({ min: 2, max: NOTE_MAX }) })
export type WithdrawInput = z.output<typeof WithdrawInput>
