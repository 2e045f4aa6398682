import 'server-only'
import { settleBadges } from '../badges/settle'
import { db } from '../db'
import { recountLevels } from '../trust/recount'

// Members counted in one question: a fraction of a second, far below the statement's five.
const AT_ONCE = 500

/** What one member's votes, posts and decisions have come to: their level and their badges. */
export async function standing(memberId: string, now: Date) {
  await recountLevels([memberId], now)
  await settleBadges([memberId], now)
}

/** Everybody's, because time passes for those too about whom nothing happens. */
export async function everyStanding(now: Date) {
  let last = ''
  for (;;) {
    const rows = await db().member.findMany({
      where: last ? { id: { gt: last } } : {},
      select: { id: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    const members = rows.map(({ id }) => id)
    await recountLevels(members, now)
    await settleBadges(members, now)
    last = members.at(-1) ?? ''
    if (members.length < AT_ONCE) return
  }
}
