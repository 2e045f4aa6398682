import 'server-only'
import { CURATORS } from '../accounts/curators'
import { tags } from '../cache/tags'
import { db, statement, type Tx } from '../db'
import { record } from '../events'
import { recountStanding } from '../queue'
import { changed, write } from '../write'
import { FACTS, type Known } from './facts'
import { FIRST_HOURS, levelBy, nextStanding } from './level'

const HOUR_MS = 3_600_000

/** What is known of these members, for their levels. */
export function knownOf(
  members: readonly string[],
  now: Date,
  through: Pick<Tx, '$queryRaw'> = db(),
): Promise<Known[]> {
  return through.$queryRaw<Known[]>(statement(FACTS, now, [...members]))
}

/** Gives these members the level that they have earned by now. Says how many changed. */
export async function recountLevels(members: readonly string[], now: Date): Promise<number> {
  const people = members.filter((id) => id !== CURATORS.id)
  let count = 0
  for (const known of await knownOf(people, now)) {
    const at = ripeAt(known, now)
    if (at) await write((tx) => recountStanding(tx, [known.id], at))
    if (isDifferent(known, now)) count += await write((tx) => recountLevel(tx, known.id, now))
  }
  return count
}

/** Once more with the member held, so that two at it tell of one change once. */
async function recountLevel(tx: Tx, id: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const [known] = await knownOf([id], now, tx)
  if (!known || !isDifferent(known, now)) return 0
  const { level, belowSince } = nextStanding(known, known, now)
  await tx.member.update({ where: { id }, data: { level, belowSince }, select: { id: true } })
  if (level === known.level) return 0
  await record(tx, {
    kind: 'levelChanged',
    actorId: null,
    aboutId: id,
    at: now,
    codes: { from: known.level, to: level },
  })
  await changed(tx, [tags.member(id)])
  return 1
}

/** When a new member who lacks nothing but hours will have them: looked at then, and not a day later. */
function ripeAt(known: Known, now: Date): Date | undefined {
  if (known.level !== 'new' || known.hours >= FIRST_HOURS) return undefined
  if (levelBy({ ...known, hours: FIRST_HOURS }) === 'new') return undefined
  return new Date(now.getTime() + (FIRST_HOURS - known.hours) * HOUR_MS)
}

function isDifferent(known: Known, now: Date): boolean {
  const next = nextStanding(known, known, now)
  return next.level !== known.level || next.belowSince?.getTime() !== known.belowSince?.getTime()
}
