import 'server-only'
import type { Device } from '../accounts/device'
import type { Tx } from '../db'
import type { Setting } from '../door/spec'
import { isLocale, type Locale } from '../i18n/locales'
import { newId } from '../ids'
import { addressesOf } from '../mail/addresses'
import { post } from '../mail/post'
import { DEVICE_DAYS } from './schema'

const DAY_MS = 24 * 60 * 60 * 1000
// A warning that lay longer than this helps nobody any more.
const LETTER_DAYS = 3

/** Remembers the device of a sign-in. One that this member has not had before is told to every address of theirs. */
export async function meetDevice(tx: Tx, memberId: string, setting: Setting, isNewcomer: boolean) {
  const device = setting.device()
  const known = await devicesOf(tx, memberId, setting.now)
  const isKnown = isNewcomer || known.some((one) => isSame(one, device))
  // The member's language is that of a device they are known to use: whoever signs in from another one does not choose it.
  const theirs = known[0]?.locale
  const locale = !isKnown && isLocale(theirs) ? theirs : setting.locale
  await remember(tx, memberId, { ...device, locale }, setting.now)
  if (!isKnown) await tell(tx, memberId, device, locale, setting.now)
}

function devicesOf(tx: Tx, memberId: string, now: Date) {
  return tx.knownDevice.findMany({
    where: { memberId, expiresAt: { gt: now } },
    orderBy: { seenAt: 'desc' },
    select: { browser: true, system: true, locale: true },
  })
}

function isSame(one: Device, other: Device): boolean {
  return one.browser === other.browser && one.system === other.system
}

async function remember(tx: Tx, memberId: string, seen: Device & { locale: Locale }, now: Date) {
  const { browser, system, locale } = seen
  const times = { seenAt: now, expiresAt: new Date(now.getTime() + DEVICE_DAYS * DAY_MS) }
  await tx.knownDevice.upsert({
    where: { memberId_browser_system: { memberId, browser, system } },
    create: { id: newId(), memberId, browser, system, locale, ...times },
    update: { locale, ...times },
    select: { id: true },
  })
}

async function tell(tx: Tx, memberId: string, device: Device, locale: Locale, now: Date) {
  const expiresAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS)
  for (const address of await addressesOf(tx, memberId)) {
    const props = { ...device, at: now.toISOString() }
    await post(tx, { template: 'newDevice', to: address, locale, props }, { now, expiresAt })
  }
}
