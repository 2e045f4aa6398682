import type { DateTimeFormatOptions } from 'next-intl'

/** A day, and an instant, as a reader writes them; the zone is Brussels' (lib/i18n/request.ts). */
export const dayFormat = { year: 'numeric', month: 'long', day: 'numeric' } as const satisfies DateTimeFormatOptions
export const instantFormat = { ...dayFormat, hour: '2-digit', minute: '2-digit' } as const satisfies DateTimeFormatOptions
