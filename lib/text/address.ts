import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'
import { clean } from './clean'

export const ADDRESS_MAX = 254 // RFC 5321, section 4.5.3.1.3, less the brackets
const RAW_MAX = 1000

/** An e-mail address in the one form in which it is kept and compared: NFKC (security.md, finding 10), small letters. */
export const EmailAddress = z.preprocess(
  (value) =>
    typeof value === 'string' && value.length <= RAW_MAX ? clean(value.normalize('NFKC')).toLowerCase() : value,
  z
    .string({ error: 'required' satisfies FieldRefusalCode })
    .min(1, 'required' satisfies FieldRefusalCode)
    .max(ADDRESS_MAX, 'tooLong' satisfies FieldRefusalCode)
    .pipe(z.email({ error: 'notAnEmail' satisfies FieldRefusalCode })),
)
