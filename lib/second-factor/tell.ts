import 'server-only'
import type { Device } from '../accounts/device'
import type { Tx } from '../db'
import { isLocale } from '../i18n/locales'
import { type FactorNews, post } from '../mail/post'

const DAY_MS = 24 * 60 * 60 * 1000
// A warning that lay longer than this helps nobody any more, as for a new device.
const LETTER_DAYS = 3

type News = { what: FactorNews; device: Device; now: Date }

/** Tells a member by letter, at every address of theirs and in their own language, what has happened to their second step. */
export async function tell(tx: Tx, memberId: string, { what, device, now }: News) {
  const { locale, waysIn } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { locale: true, waysIn: { where: { kind: 'email' }, select: { address: true } } },
  })
  const expiresAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS)
  for (const { address: to } of waysIn) {
    if (!to) continue
    const props = { what, ...device, at: now.toISOString() }
    await post(
      tx,
      { template: 'secondFactor', to, locale: isLocale(locale) ? locale : 'en', props },
      { now, expiresAt },
    )
  }
}
