/** For first useful things, in the order of the page that lists them. Names and texts are `badges` in lib/i18n/messages. */
export const badges = [
  'firstQuestion',
  'firstAnswer',
  'firstAccepted',
  'firstExperience',
  'helpfulAnswer',
  'helpfulFlag',
  'profileFilled',
  'yearHere',
] as const
export type Badge = (typeof badges)[number]

/** Votes of a helpful answer (features.md 2.2: Answer's "nice answer"). */
export const HELPFUL_SCORE = 10

export function isBadge(name: string): name is Badge {
  return badges.some((one) => one === name)
}
