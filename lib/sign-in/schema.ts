import { z } from 'zod'
import { Handle } from '../accounts/handle'
import { env } from '../env'
import { localPath } from '../paths'
import { providerNames } from '../providers/names'
import type { FieldRefusalCode } from '../refusal'
import { EmailAddress } from '../text/address'

export const CODE_DIGITS = 6
/** Design, section 3. */
export const CHALLENGE_MINUTES = 10
export const ATTEMPTS_MAX = 5
/** After the address is proven, to choose a handle. */
export const HANDLE_MINUTES = 30
export const SESSION_DAYS = 60
/** After the first step, for the second: as long as for choosing a handle. */
export const SECOND_STEP_MINUTES = 30
/** At once for one member (features.md, row 159: NodeBB); the one that was used least lately ends. */
export const SESSIONS_MAX = 10
/** A kind of device is known this long after the last sign-in with it: three times the life of a session. */
export const DEVICE_DAYS = 180

/** `onward` is where the reader wanted to go: a path of ours, or nothing. */
export const SignInInput = z.strictObject({
  email: EmailAddress,
  onward: z
    .string()
    .max(500)
    .transform((path) => localPath(path, env().publicUrl))
    .optional(),
})
export type SignInInput = z.output<typeof SignInInput>

const token = z.string().regex(/^[\w-]{43}$/)

/** The code, the link's token, or both. Full-width digits and spaces between them are read as a person meant them. */
export const ConfirmInput = z.strictObject({
  code: z.preprocess(
    (value) => (typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '') || undefined : value),
    z
      .string()
      .regex(/^\d{6}$/, 'notACode' satisfies FieldRefusalCode)
      .optional(),
  ),
  link: z.preprocess((value) => (value === '' ? undefined : value), token.optional()),
})
export type ConfirmInput = z.output<typeof ConfirmInput>

/** Off to an outside provider. */
export const VisitInput = z.strictObject({ provider: z.enum(providerNames), onward: SignInInput.shape.onward })
export type VisitInput = z.output<typeof VisitInput>

const said = z.string().max(5_000).optional()

/** Back from it, with its answer; `onward` and `purpose` are what our own cookie says (visit-cookie.ts). */
export const ReturnInput = z.strictObject({
  provider: z.enum(providerNames),
  state: z.string().max(5_000).default(''),
  code: said,
  iss: said,
  error: said,
  onward: SignInInput.shape.onward,
  purpose: z.enum(['signIn', 'link']).default('signIn'),
})
export type ReturnInput = z.output<typeof ReturnInput>

export const HandleInput = z.strictObject({ handle: Handle })
export type HandleInput = z.output<typeof HandleInput>

export const SignOutInput = z.strictObject({})
export type SignOutInput = z.output<typeof SignOutInput>

export const ClaimInput = z.strictObject({ token })
export type ClaimInput = z.output<typeof ClaimInput>
