/** What a vote or an acceptance gives to the author of the post (features.md 2.8, `rep`): outcome over applause. */
export const POINTS = { accepted: 15, answerUp: 10, questionUp: 5, down: -2 } as const

/** What the votes of one day in Brussels may give at most (features.md 2.8, `rep.daily_cap`). Acceptances come on top; losses always count. */
export const DAILY_CAP = 200

/**
 * Nobody has less (features.md 2.8 names no floor; row 47's peers start at 0 or 1). It is a floor of the sum that is shown, not of each
 * step: otherwise the same votes would give another sum in another order.
 */
export const FLOOR = 0

export type Cause = 'vote' | 'acceptance'
export type Points = { cause: Cause; points: number; day: string }
export type DaySum = { day: string; gained: number; counted: number }

/** What the entries in force of one day give: `gained` without the limit, `counted` with it. */
export function sumOfDay(entries: readonly Points[]): Omit<DaySum, 'day'> {
  const applause = total(entries.filter(({ cause, points }) => cause === 'vote' && points > 0))
  const rest = total(entries.filter(({ cause, points }) => cause === 'acceptance' || points < 0))
  return { gained: applause + rest, counted: Math.min(DAILY_CAP, applause) + rest }
}

/** The reputation that these entries give, whatever their order: a pure sum of days. */
export function reputationOf(entries: readonly Points[]): number {
  const days = Map.groupBy(entries, ({ day }) => day)
  const sum = [...days.values()].reduce((all, day) => all + sumOfDay(day).counted, 0)
  return Math.max(FLOOR, sum)
}

function total(entries: readonly Points[]): number {
  return entries.reduce((sum, { points }) => sum + points, 0)
}
