import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'
import { characters, clean } from '../text/clean'
import { LETTERS } from '../text/letters'

// Characters. Two are a Chinese name; twenty fit beside a vote on a phone.
export const HANDLE_MIN = 2
export const HANDLE_MAX = 20

// Letters and digits, and - or _ between them.
const ALLOWED = new RegExp(`^[${LETTERS}0-9]+([-_][${LETTERS}0-9]+)*$`, 'u')
const LETTER = /\p{L}/u

// Words that claim an office anywhere in a name: "续信客服" is how a swindler would begin.
const SPEAKING_FOR = [
  'admin',
  'moderator',
  'official',
  'support',
  'helpdesk',
  'xuxin',
  '续信',
  '管理员',
  '版主',
  '官方',
  '客服',
  '编辑',
  '續信',
  '管理員',
  '編輯',
  'curator',
  'redaction',
  'redactie',
]

// Names that would speak for the site or for an operator, in any look-alike spelling.
const RESERVED = [
  'admin',
  'administrator',
  'moderator',
  'mod',
  'official',
  'support',
  'help',
  'helpdesk',
  'staff',
  'team',
  'system',
  'root',
  'me',
  'new',
  'xuxin',
  '续信',
  '管理员',
  '版主',
  '官方',
  '客服',
]

// Whose name these are, and the regulator's: none of them writes here.
const OPERATORS = [
  'proximus',
  'orange',
  'base',
  'telenet',
  'lycamobile',
  'mobilevikings',
  'digi',
  'scarlet',
  'bipt',
  'ibpt',
]

/** A handle as it will be shown. Refuses with what is off about it; whether it is taken, the database says. */
export const Handle = z
  .string({ error: 'required' satisfies FieldRefusalCode })
  .max(200, 'tooLong')
  .transform((value) => clean(value.normalize('NFKC')))
  .superRefine((handle, context) => {
    const length = characters(handle)
    const refuse = (code: FieldRefusalCode, limit?: number) =>
      context.addIssue({ code: 'custom', message: code, params: { limit } })
    if (length === 0) refuse('required')
    else if (length < HANDLE_MIN) refuse('tooShort', HANDLE_MIN)
    else if (length > HANDLE_MAX) refuse('tooLong', HANDLE_MAX)
    else if (!ALLOWED.test(handle) || !LETTER.test(handle)) refuse('notAHandle')
    else if (isReserved(handle)) refuse('reserved')
  })

/** Would this name speak for the site or for an operator? */
export function isReserved(handle: string): boolean {
  const seen = skeleton(handle)
  return (
    RESERVED.some((name) => skeleton(name) === seen) ||
    handle.split(/[-_ ]/).some(speaksForAnOperator) ||
    speaksForAnOperator(handle) ||
    SPEAKING_FOR.some((word) => seen.includes(skeleton(word)))
  )
}

/** Is this exactly the name of an operator, in any look-alike spelling? */
export function speaksForAnOperator(name: string): boolean {
  const seen = skeleton(name)
  return OPERATORS.some((operator) => skeleton(operator) === seen)
}

// Unicode's confusables (UTS #39, revision 30, section 4) among the characters that are allowed at all: all others cannot occur.
const LOOK_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[-_ ]/g, ''],
  [/æ/g, 'ae'],
  [/ø/g, 'o'],
  [/ð/g, 'd'],
  [/þ/g, 'p'],
  [/ß/g, 'b'],
  [/[1i|丨]/g, 'l'],
  [/0/g, 'o'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/** What the eye sees of a handle: two handles with one skeleton look alike, and only one of them may exist. */
export function skeleton(handle: string): string {
  const plain = handle.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return LOOK_ALIKE.reduce((seen, [looks, like]) => seen.replace(looks, like), plain)
}
