import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'

// What PostgreSQL refuses (NUL) or a reader cannot see: controls, bidirectional overrides, tags (security.md 1.4). The two joiners
// stay: emoji and some scripts need them.
const INVISIBLE = /[\p{Cc}--[\t\n]]|[\p{Cf}--[\u200c\u200d]]/gv

/** Text of several lines as we keep it: whole characters, NFC, LF, nothing invisible, no space at either end. */
export function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim()
}

/** Characters as a person counts them, and as PostgreSQL's char_length does. */
export function characters(text: string): number {
  return [...text].length
}

// UTF-16 units that one character of a person may have come in (a decomposed one, with marks that are composed away).
const UNITS_PER_CHARACTER = 4

/** Cleaned text between two lengths in characters. */
export function text({ min, max }: { min: number; max: number }) {
  return (
    z
      .string({ error: 'required' satisfies FieldRefusalCode })
      // Normalizing takes its time, so what is far too long is refused before it.
      .refine((value) => value.length <= max * UNITS_PER_CHARACTER, { error: 'tooLong', params: { limit: max } })
      .transform(clean)
      .superRefine((value, context) => {
        const length = characters(value)
        if (length === 0) refuse(context, 'required')
        else if (length < min) refuse(context, 'tooShort', min)
        else if (length > max) refuse(context, 'tooLong', max)
      })
  )
}

function refuse(context: z.RefinementCtx, code: FieldRefusalCode, limit?: number) {
  context.addIssue({ code: 'custom', message: code, params: { limit } })
}
