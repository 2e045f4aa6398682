/** Hours of a member's day in which nothing leaves: from the first on, until the second begins. Over midnight where they are so. */
export type Quiet = { zone: string; quietFrom: number | null; quietTo: number | null }

const MINUTE_MS = 60_000
// Every offset from UTC that a zone has today is a multiple of a quarter of an hour (IANA tz database), and so is every change of one.
const STEP_MS = 15 * MINUTE_MS
const STEPS_MAX = 4 * 30

/** The first instant from `at` on that is not in the quiet hours: `at` itself, or when they end, on days of 23 and of 25 hours too. */
export function afterQuiet(at: Date, quiet: Quiet): Date {
  if (!isQuiet(at, quiet)) return at
  const first = Math.floor(at.getTime() / STEP_MS) * STEP_MS
  for (let step = 1; step <= STEPS_MAX; step += 1) {
    const later = new Date(first + step * STEP_MS)
    if (!isQuiet(later, quiet)) return later
  }
  return at
}

/** Is it one of the quiet hours, by the clock on this member's wall? */
export function isQuiet(at: Date, { zone, quietFrom, quietTo }: Quiet): boolean {
  if (quietFrom === null || quietTo === null) return false
  const { hour } = wallClock(at, zone)
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo
}

export type WallClock = { year: number; month: number; day: number; hour: number; minute: number }

const formats = new Map<string, Intl.DateTimeFormat>()

/** What calendar and clock show in this zone. */
export function wallClock(at: Date, zone: string): WallClock {
  const parts = formatOf(zone).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', ...digits })
  formats.set(zone, made)
  return made
}
