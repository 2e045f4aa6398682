import 'server-only'
import { subjectNames } from '../facts/queries'
import type { Locale } from '../i18n/locales'
import { messages } from '../i18n/messages'

/** The ledger's names of channels and ways of paying, by slug. */
export async function subjectNameMap(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const [channels, payments] = await Promise.all([subjectNames('channel', locale), subjectNames('payment', locale)])
  const { other, voucher } = messages[locale].share
  const known = [...channels, ...payments].map(({ slug, name }) => [slug, name] as const)
  // A voucher is a channel of the ledger, and here also what one paid with.
  return new Map([['voucher', voucher], ['other', other], ...known])
}
