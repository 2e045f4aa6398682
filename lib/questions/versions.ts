import type { Prisma } from '@/prisma/generated/client'
import type { Locale } from '../i18n/locales'
import { everybody, localeOf } from '../posts/views'
import { slugOf } from '../text/slug'

/** The same question in another language. */
export type Version = { id: number; slug: string; locale: Locale; title: string }

const columns = { id: true, locale: true, title: true } as const
const translations = { where: everybody, select: columns, orderBy: { id: 'asc' } } as const

/** What `versionsOf` needs of a question: itself, the one that it translates, and the translations of either. */
export const versionColumns = {
  ...columns,
  translations,
  translationOf: {
    select: { ...columns, removals: { where: { liftedAt: null }, select: { id: true } }, translations },
  },
} as const satisfies Prisma.PostSelect

type Row = Prisma.PostGetPayload<{ select: typeof versionColumns }>

/** The languages that a question can be read in, itself included: the original first. Of most questions there is one. */
export function versionsOf(row: Row): Version[] {
  const { translationOf: original } = row
  const all = original
    ? [...(original.removals.length > 0 ? [] : [original]), ...original.translations]
    : [row, ...row.translations]
  return all.map(({ id, title, ...rest }) => ({
    id,
    slug: slugOf(title ?? ''),
    locale: localeOf(rest),
    title: title ?? '',
  }))
}

/** Of questions in several languages only the one that this reader reads; of others the original. */
export function oneVersionFor(locale: Locale) {
  return {
    OR: [
      { locale },
      { translationOfId: null, translations: { none: { locale, ...everybody } } },
      // The original is hidden: what is left of it, for whom it was not written as well.
      { translationOf: { removals: { some: { liftedAt: null } }, translations: { none: { locale, ...everybody } } } },
    ],
  } as const satisfies Prisma.PostWhereInput
}

/** Where only a few are shown: those in the reader's language before the others, each in the order in which they came. */
export function ownFirst<T extends { locale: Locale }>(questions: readonly T[], locale: Locale): T[] {
  return questions.toSorted((one, other) => Number(other.locale === locale) - Number(one.locale === locale))
}
