import { z } from 'zod'
import { BODY_MAX, saying } from '../posts/schema'
import type { FieldRefusalCode } from '../refusal'

export const outcomes = ['worked', 'workedAfterTrouble', 'failed', 'paidNotCredited'] as const
export type Outcome = (typeof outcomes)[number]

/** What may be chosen besides the ledger's own channels and ways of paying. */
export const besides = { channel: ['other'], payment: ['voucher', 'other'] } as const

// Older tells nothing about today.
const MONTHS_BACK = 24

const choice = z.string({ error: 'notAChoice' }).regex(/^[a-z0-9-]{1,40}$/, 'notAChoice' satisfies FieldRefusalCode)

/** What happened when somebody topped up: operator, channel, payment, outcome, month, and the story in a few words. */
export const ShareInput = z.strictObject({
  operator: choice,
  channel: choice,
  payment: choice,
  outcome: z.enum(outcomes, { error: 'notAChoice' satisfies FieldRefusalCode }),
  month: z.string({ error: 'notAMonth' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'notAMonth' satisfies FieldRefusalCode),
  body: saying(BODY_MAX),
})
export type ShareInput = z.output<typeof ShareInput>

/** The months that may be chosen, newest first, as `2026-11`: counted where the SIM cards are. */
export function monthsUntil(now: Date): string[] {
  const [year = 0, month = 1] = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    timeZone: 'Europe/Brussels',
  })
    .format(now)
    .split('-')
    .map(Number)
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1))
    return at.toISOString().slice(0, 7)
  })
}
