import type { FactView, ShownFact } from './display'

/** The four clocks of a prepaid line (design, section 4), in the order in which they run out for most. */
const clockNames = ['bundle', 'credit', 'number', 'identification'] as const
export type ClockName = (typeof clockNames)[number]

/** A clock whose period is known, or the open question about it. Neither: nobody has asked yet. */
export type Clock = { name: ClockName; fact: FactView | undefined; days: number | undefined }

const DAYS = { hours: 1 / 24, days: 1, weeks: 7, months: 30.44, years: 365.25 } as const

/** The four clocks of an operator. Where it says nothing of identification, the law's period is meant for all. */
export function clocksOf(slug: string, facts: readonly FactView[], law: FactView | undefined): Clock[] {
  return clockNames.map((name) => {
    const own = facts.find(({ key }) => key === `${slug}.${name}-validity`)
    const fact = own ?? (name === 'identification' ? law : undefined)
    return { name, fact, days: fact?.standing === 'fact' ? daysOf(fact) : undefined }
  })
}

function daysOf({ value }: ShownFact): number | undefined {
  return value.kind === 'period' ? value.value.count * DAYS[value.value.unit] : undefined
}
