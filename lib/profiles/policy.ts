const DAY_MS = 86_400_000
/** As long as a handle is kept: who came for a week of advertising is gone by then. */
export const NEW_DAYS = 30

/**
 * May search engines show this profile, and may its links be followed? features.md 2.8 (`trust.new`) asks for one confirmed answer,
 * security.md 1.4 for time: a sock puppet gets the first in a minute and does not wait for the second, so both are asked.
 */
export function isSettled({ joinedAt, accepted }: { joinedAt: Date; accepted: number }, now: Date): boolean {
  return accepted > 0 && now.getTime() - joinedAt.getTime() >= NEW_DAYS * DAY_MS
}
