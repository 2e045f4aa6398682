import 'server-only'
import type { Tx } from '../db'
import { type AccountNews, post } from '../mail/post'
import { localeOf } from '../posts/views'
import { daysAfter } from './days'

// What could not be sent for so long stands on the page of one's data anyway.
const LETTER_DAYS = 3

/** Writes to every address of a member, in their language, about their data. `day` is what the letter is about: an end. */
export async function writeTo(tx: Tx, memberId: string, kind: AccountNews, day: Date, now: Date) {
  const ways = await tx.wayIn.findMany({
    where: { memberId, kind: 'email' },
    select: { address: true, member: { select: { locale: true } } },
  })
  const when = { now, expiresAt: daysAfter(now, LETTER_DAYS) }
  for (const { address, member } of ways) {
    if (!address) continue
    const props = { kind, day: day.toISOString() }
    await post(tx, { template: 'account', to: address, locale: localeOf(member), props }, when)
  }
}
