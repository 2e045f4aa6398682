import { z } from 'zod'
import type { Locale } from '../i18n/locales'
import type { FieldRefusalCode } from '../refusal'
import { text } from '../text/clean'

// Characters (features.md row 1 and 2.8). Chinese says more in fewer: 4 where other languages need 6.
export const TITLE_MAX = 150
export const BODY_MAX = 20_000
export const ANSWER_MAX = 20_000
export const COMMENT_MIN = 2
export const COMMENT_MAX = 600
const LATIN_MIN = 6
const HAN_MIN = 4

/** The least that a title or an answer must say, by the script it is written in. */
function leastOf(value: string): number {
  return /\p{Script=Han}/u.test(value) ? HAN_MIN : LATIN_MIN
}

/** Text that must say something: at least 4 characters with Chinese in it, 6 without. */
export function saying(max: number) {
  return text({ min: 1, max }).superRefine((value, context) => {
    const least = leastOf(value)
    if ([...value].length < least)
      context.addIssue({ code: 'custom', message: 'tooShort' satisfies FieldRefusalCode, params: { limit: least } })
  })
}

/** Text that may be left out. */
export function maybe(max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    text({ min: 1, max }).optional(),
  )
}

const ID_MAX = 2_147_483_647 // PostgreSQL's integer

/** A post by its public number: a number from a program, or as we write it in an address (no sign, no zeros in front). */
export const PostId = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^[1-9]\d{0,9}$/)
      .transform(Number),
  ])
  .pipe(z.int().positive().max(ID_MAX))

/** An operator's slug, or nothing: a question may be about none. Whether it exists, the verb asks. */
export const OperatorSlug = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'notAChoice')
    .optional(),
)

// Small words that only one of our languages has: "je", "de" or "des" would count for two.
const FRENCH = /\b(est-ce|c'est|j'ai|les|une|pour|avec|comment|bonjour|numéro|recharger?|où|quel\w*|vous|pas|dans)\b/giu
const DUTCH = /\b(ik|het|een|van|voor|niet|mijn|kaart|hoe|herladen|nummer|kan|welke|wat|heb|hebt|bij|naar|ook)\b/giu
const ENGLISH = /\b(the|i|is|my|to|and|for|with|how|can|card|top|do|does|you|have|what|which|it)\b/giu
// One word can be a name or a quotation.
const LEAD = 2

/** The language of a text, or the page's when it does not show. Chinese by its characters, the others by their small words. */
export function languageOf(value: string, page: Locale): Locale {
  const characters = [...value]
  const han = characters.filter((one) => /\p{Script=Han}/u.test(one)).length
  if (han * 5 > characters.length) return 'zh'
  const counts = [
    { locale: 'en', count: value.match(ENGLISH)?.length ?? 0 },
    { locale: 'fr', count: value.match(FRENCH)?.length ?? 0 },
    { locale: 'nl', count: value.match(DUTCH)?.length ?? 0 },
  ] as const
  const [best, second] = [...counts].sort((one, other) => other.count - one.count)
  return best && second && best.count - second.count >= LEAD ? best.locale : page
}

/** From where a list goes on: the id of the last entry of the page before. Anything else is the beginning. */
export function beforeFrom(value: string | string[] | undefined): number | undefined {
  return PostId.safeParse(Array.isArray(value) ? value[0] : value).data
}
