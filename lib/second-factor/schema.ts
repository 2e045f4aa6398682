import { z } from 'zod'
import { env } from '../env'
import { localPath } from '../paths'
import type { FieldRefusalCode } from '../refusal'

/** What a passkey is asked to sign is good this long: for finding the phone, and for its own question. */
export const CHALLENGE_MINUTES = 5
/** Of one member: a phone, a computer, a key on the ring, and as many more. */
export const PASSKEYS_MAX = 10
/** EdDSA, ES256 and RS256, which between them every authenticator has. The newer ones Node still calls experimental. */
export const ALGORITHMS = [-8, -7, -257]
/** RFC 6238, and what every authenticator app understands: SHA-1, six digits, 30 seconds. */
export const APP_DIGITS = 6
export const APP_PERIOD_SECONDS = 30
/** Steps before and after the present one of which a code is taken (RFC 6238, section 5.2: one for delay; one for a clock that is fast). */
export const APP_WINDOW = 1
/** 160 bits (RFC 4226, section 4, R6). */
export const APP_SECRET_BYTES = 20
/** From the picture on the page to the first right code. */
export const APP_SET_UP_MINUTES = 30
/** features.md, row 157: codes for the day on which the phone is gone. */
export const RECOVERY_CODES = 10
export const RECOVERY_CODE_LENGTH = 10
/** How long the new codes can be read by the browser that made them, if nobody says before that they are written down. */
export const RECOVERY_SHEET_MINUTES = 10
/** Without letters and digits that look alike. */
export const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

const onward = z
  .string()
  .max(500)
  .transform((path) => localPath(path, env().publicUrl))
  .optional()

// As a person types it: full-width, in groups, in capitals.
const typed = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase() : value

const base64url = z
  .string()
  .max(8_000)
  .regex(/^[\w-]+$/)

// What the browser's own script says of a passkey (WebAuthn Level 3, section 5.1), as text in a form's field.
const said = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : parsed(value)), schema.optional())

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > 20_000) return null
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') }

export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

export const ChallengeInput = z.strictObject({ purpose: z.enum(['add', 'signIn']) })
export type ChallengeInput = z.output<typeof ChallengeInput>

export const NewPasskeyInput = z.strictObject({
  response: said(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url,
        attestationObject: base64url,
        transports: z.array(z.string().max(20)).max(20).default([]),
      }),
    }),
  ),
})
export type NewPasskeyInput = z.output<typeof NewPasskeyInput>

export const PasskeyInput = z.strictObject({
  response: said(
    z.object({
      ...credential,
      response: z.object({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: base64url.optional(),
      }),
    }),
  ),
  onward,
})
export type PasskeyInput = z.output<typeof PasskeyInput>

export const RemovePasskeyInput = z.strictObject({ passkey: z.uuid() })
export type RemovePasskeyInput = z.output<typeof RemovePasskeyInput>

/** A code of the app, or one of the ten on paper. */
export const SecondStepInput = z.strictObject({
  code: z.preprocess(
    typed,
    z
      .string()
      .regex(
        new RegExp(`^(\\d{${APP_DIGITS}}|[${RECOVERY_ALPHABET}]{${RECOVERY_CODE_LENGTH}})$`),
        'notASecondCode' satisfies FieldRefusalCode,
      ),
  ),
  onward,
})
export type SecondStepInput = z.output<typeof SecondStepInput>

export const ProveAppInput = z.strictObject({
  code: z.preprocess(
    typed,
    z.string().regex(new RegExp(`^\\d{${APP_DIGITS}}$`), 'notAnAppCode' satisfies FieldRefusalCode),
  ),
})
export type ProveAppInput = z.output<typeof ProveAppInput>

/** What needs no words: begin, turn off, make new codes, "I have them". */
export const NothingInput = z.strictObject({})
export type NothingInput = z.output<typeof NothingInput>
