import { wallClock } from './quiet'
import type { Frequency } from './reach'

// In the morning, before work, by the member's own clock; the weekly one on Mondays.
const HOUR = 8
const MONDAY = 1
const HOUR_MS = 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/** When the next round-up is due after this instant. */
export function nextRoundUp(after: Date, frequency: Exclude<Frequency, 'never'>, zone: string): Date {
  const { year, month, day } = wallClock(after, zone)
  for (let days = 0; ; days += 1) {
    // A day of the calendar, not 24 hours: some have 23 or 25.
    const date = new Date(Date.UTC(year, month - 1, day + days))
    const due = instantOf(date, zone)
    if (due > after && (frequency === 'daily' || date.getUTCDay() === MONDAY)) return due
  }
}

/** The day on the member's calendar, as the database keeps a day. */
export function dayOf(at: Date, zone: string): Date {
  const { year, month, day } = wallClock(at, zone)
  return new Date(Date.UTC(year, month - 1, day))
}

// What the clock shows at an instant is easy; backwards one guesses with the offset of a nearby instant, and corrects it once.
function instantOf(date: Date, zone: string): Date {
  const asUtc = date.getTime() + HOUR * HOUR_MS
  const near = asUtc - offsetAt(new Date(asUtc), zone)
  return new Date(asUtc - offsetAt(new Date(near), zone))
}

function offsetAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute } = wallClock(at, zone)
  const minutes = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS
  return Date.UTC(year, month - 1, day, hour, minute) - minutes
}
