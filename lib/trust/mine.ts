import 'server-only'
import type { MemberViewer } from '../accounts/policy'
import { db } from '../db'
import { type Ability, abilities, abilityNames, isAble } from './abilities'
import { type Act, acts, dailyLimit, doneToday } from './daily'
import { GRACE_DAYS, isMet, type Level, levels, type Mark, marks } from './level'
import { knownOf } from './recount'

const DAY_MS = 86_400_000

/** One mark, and how much of it the member has. */
export type Progress = { mark: Mark; have: number; isMet: boolean }
export type MyStanding = {
  level: Level
  /** When it is lost unless its marks are met again. */
  endsAt: Date | undefined
  /** The next level with what it takes: one of each group. Nothing above the highest. */
  next: { level: Level; groups: Progress[][] } | undefined
  /** What the present level takes and is not there any more. */
  missing: Progress[][]
  abilities: { ability: Ability; takes: Level; isMine: boolean }[]
  today: { act: Act; done: number; limit: number | undefined }[]
}

/** What level I have, what it lets me do, how much of today is left, and how far the next one is. */
export async function myStanding(viewer: MemberViewer, now: Date): Promise<MyStanding> {
  const [known] = await knownOf([viewer.id], now)
  if (!known) throw new Error('a member of whom nothing is known')
  const { level, belowSince } = known
  const above = levels[levels.indexOf(level) + 1]
  const progress = (one: Level): Progress[][] =>
    one === 'new'
      ? []
      : marks[one].map((group) => group.map((mark) => ({ mark, have: known[mark.fact], isMet: isMet(mark, known) })))
  const held = levels.slice(0, levels.indexOf(level) + 1)
  return {
    level,
    endsAt: belowSince ? new Date(belowSince.getTime() + GRACE_DAYS * DAY_MS) : undefined,
    next: above && { level: above, groups: progress(above) },
    missing: belowSince ? held.flatMap(progress).filter((group) => !group.some((one) => one.isMet)) : [],
    abilities: abilityNames.map((ability) => ({
      ability,
      takes: abilities[ability],
      isMine: isAble({ ...viewer, level }, ability),
    })),
    today: await Promise.all(
      acts.map(async (act) => ({
        act,
        done: await doneToday(db(), act, viewer.id, now),
        limit: dailyLimit(act, { ...viewer, level }),
      })),
    ),
  }
}
