import 'server-only'
import type { Tx } from '../db'
import type { Locale } from '../i18n/locales'

/** Letters are written in the language in which a member signs in, until they choose one themselves. */
export async function learnLanguage(tx: Tx, memberId: string, locale: Locale) {
  await tx.member.updateMany({
    where: { id: memberId, OR: [{ reach: null }, { reach: { choseLocale: false } }] },
    data: { locale },
  })
}
