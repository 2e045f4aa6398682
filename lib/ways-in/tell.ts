import 'server-only'
import type { WayInKind } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { record } from '../events'
import { defaultLocale, isLocale } from '../i18n/locales'
import { addressesOf } from '../mail/addresses'
import { post } from '../mail/post'
import { titleOf } from '../providers/configured'
import { isProviderName } from '../providers/names'

const DAY_MS = 24 * 60 * 60 * 1000
// A warning that lay longer than this helps nobody any more.
const LETTER_DAYS = 3

export type Change = { change: 'added' | 'removed'; kind: WayInKind; address: string | null }

/**
 * Records a change of the ways in, and tells every other address of the member. An address that was taken away is told too: if it was a
 * stranger who did it, nobody else would hear.
 */
export async function tellOfChange(tx: Tx, memberId: string, { change, kind, address }: Change, now: Date) {
  await record(tx, {
    kind: change === 'added' ? 'wayInAdded' : 'wayInRemoved',
    actorId: memberId,
    at: now,
    codes: { kind },
  })
  const { locale } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { locale: true } })
  const others = (await addressesOf(tx, memberId)).filter((one) => one !== address)
  const readers = change === 'removed' && address ? [...others, address] : others
  for (const to of readers) {
    const letter = {
      template: 'wayChanged',
      to,
      locale: isLocale(locale) ? locale : defaultLocale,
      props: { change, way: isProviderName(kind) ? titleOf(kind) : (address ?? ''), at: now.toISOString() },
    } as const
    await post(tx, letter, { now, expiresAt: new Date(now.getTime() + LETTER_DAYS * DAY_MS) })
  }
}
