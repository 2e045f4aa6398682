import { z } from 'zod'
import { DisplayName } from '../accounts/display-name'
import { Handle } from '../accounts/handle'
import { type Locale, locales } from '../i18n/locales'
import { maybe } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'

/** Characters: as long as a comment may be (features.md 2.8). The database holds the same line. */
export const ABOUT_MAX = 600
/**
 * How long a handle is kept at least. features.md 2.8 proposes nothing, and row 169 knows only a window after joining (Discourse's 3
 * days); ours is the interval of this project's issue 5: long enough that readers learn who is who.
 */
export const HANDLE_KEPT_DAYS = 30
const OPERATORS_MAX = 40

const notAChoice = { error: 'notAChoice' satisfies FieldRefusalCode }

/** Several of one question: a list from a program, one value in commas from a form (lib/door/read.ts), nothing for none. */
function several<Item extends z.ZodType>(item: Item, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : (value ?? [])),
    z.array(item, notAChoice).max(max, notAChoice),
  )
}

/** A box: a form sends its value or nothing, a program yes or no. */
const box = z.preprocess((value) => value === true || value === 'yes', z.boolean())

export const ProfileInput = z.strictObject({
  name: DisplayName,
  languages: several(z.enum(locales as readonly Locale[], notAChoice), locales.length),
  operators: several(z.string().regex(/^[a-z0-9-]{1,40}$/, 'notAChoice' satisfies FieldRefusalCode), OPERATORS_MAX),
  body: maybe(ABOUT_MAX),
  showsLanguages: box,
  showsOperators: box,
  showsContributions: box,
})
export type ProfileInput = z.output<typeof ProfileInput>

/** Why a moderator emptied a profile; the member reads it in their own language (`removalReasons` in lib/i18n/messages). */
export const clearingReasons = ['spam', 'scam', 'privacy', 'rude'] as const
export type ClearingReason = (typeof clearingReasons)[number]

/** What of a profile a moderator may empty. */
export const clearable = ['name', 'about', 'picture'] as const
export type Clearable = (typeof clearable)[number]

export const ClearInput = z.strictObject({
  member: z.string().max(200),
  name: box,
  about: box,
  picture: box,
  reason: z.enum(clearingReasons, notAChoice),
})
export type ClearInput = z.output<typeof ClearInput>

export const RenameInput = z.strictObject({ handle: Handle })
export type RenameInput = z.output<typeof RenameInput>

/** Bytes of a picture as it is sent (features.md 2.8 `upload`). */
export const PICTURE_BYTES_MAX = 4_000_000

/** A picture: a file in a form, base64 (RFC 4648) from a program. What it is, is seen when it is made anew (lib/images/square.ts). */
export const AvatarInput = z.strictObject({
  picture: z.preprocess(
    (value) => (typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value),
    z
      .instanceof(Uint8Array)
      .refine(({ byteLength }) => byteLength > 0, 'required' satisfies FieldRefusalCode)
      .refine(({ byteLength }) => byteLength <= PICTURE_BYTES_MAX, 'tooHeavy' satisfies FieldRefusalCode),
  ),
})
export type AvatarInput = z.output<typeof AvatarInput>

export const RemoveAvatarInput = z.strictObject({})
export type RemoveAvatarInput = z.output<typeof RemoveAvatarInput>
