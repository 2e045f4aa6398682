import type { MemberViewer } from '../accounts/policy'
import { Refusal } from '../refusal'
import { isBelow, type Level } from './level'

/**
 * What takes a level, and why; the sentences are `abilities` in lib/i18n/messages. Only what a verb really asks for stands here.
 * `severalLinks`: a first post with several links is advertising more often than help (features.md 2.8, `new.links`).
 * `voteDown`: a vote down by an account of one minute is worth nothing (security.md 1.4: age before down-votes).
 * `writeFreely`: as many posts a day as one likes, within what the doors allow everybody (2.8, `new.posts_day` and the like).
 */
export const abilities = {
  severalLinks: 'member',
  voteDown: 'member',
  writeFreely: 'member',
} as const satisfies Record<string, Level>
export type Ability = keyof typeof abilities
export const abilityNames = Object.keys(abilities) as Ability[]

type Able = Pick<MemberViewer, 'role' | 'level'>

/** Whoever was given a role has what every level has. */
export const isStaff = ({ role }: Pick<Able, 'role'>) => role === 'moderator' || role === 'administrator'

export function isAble(member: Able, ability: Ability): boolean {
  return isStaff(member) || !isBelow(member.level ?? 'new', abilities[ability])
}

export function refuseUnlessAble(member: Able, ability: Ability) {
  if (!isAble(member, ability)) throw new Refusal('notYet')
}
