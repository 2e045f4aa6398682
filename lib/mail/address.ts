import 'server-only'
import type { Tx } from '../db'
import { isLocale, type Locale } from '../i18n/locales'

/** Where letters to this member go, and in which language. Nothing where a mail server has refused every address of theirs, or they are
 * leaving. */
export async function addressOf(
  tx: Pick<Tx, 'wayIn'>,
  memberId: string,
): Promise<{ address: string; locale: Locale } | undefined> {
  const way = await tx.wayIn.findFirst({
    where: { memberId, kind: 'email', refusedAt: null, member: { leftAt: null } },
    select: { address: true, member: { select: { locale: true } } },
    orderBy: { addedAt: 'asc' },
  })
  if (!way?.address) return undefined
  const { locale } = way.member
  return { address: way.address, locale: isLocale(locale) ? locale : 'en' }
}
