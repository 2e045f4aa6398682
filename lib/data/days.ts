import { DAY_MS } from '../accounts/data-terms'

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS)
}
