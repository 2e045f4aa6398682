import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'
import { characters, clean } from '../text/clean'
import { LETTERS } from '../text/letters'
import { HANDLE_MIN, isReserved } from './handle'

// Characters: a first and a family name in our languages. The database holds the same line (Profile_size in prisma/extra.sql).
export const DISPLAY_NAME_MAX = 30
const RAW_MAX = 200

const ALLOWED = new RegExp(`^[${LETTERS}0-9]+([-_ ][${LETTERS}0-9]+)*$`, 'u')
const LETTER = /\p{L}/u

/** The name that stands beside a handle, or none: the characters of handles, and single spaces between them. */
export const DisplayName = z.preprocess(
  (value) => (typeof value === 'string' && value.length <= RAW_MAX ? tidied(value) || undefined : value),
  z
    .string()
    .max(RAW_MAX, 'tooLong')
    .superRefine((name, context) => {
      const length = characters(name)
      const refuse = (code: FieldRefusalCode, limit?: number) =>
        context.addIssue({ code: 'custom', message: code, params: { limit } })
      if (length < HANDLE_MIN) refuse('tooShort', HANDLE_MIN)
      else if (length > DISPLAY_NAME_MAX) refuse('tooLong', DISPLAY_NAME_MAX)
      else if (!ALLOWED.test(name) || !LETTER.test(name)) refuse('notAName')
      else if (isReserved(name)) refuse('reserved')
    })
    .optional(),
)

function tidied(value: string): string {
  return clean(value.normalize('NFKC')).replace(/\s+/g, ' ')
}
