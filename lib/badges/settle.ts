import 'server-only'
import { tags } from '../cache/tags'
import { db, statement, type Tx } from '../db'
import { record } from '../events'
import { changed, write } from '../write'
import { BADGE_DIFFERENCES } from './due'

type Difference = { memberId: string; badge: string; postId: number | null; isDue: boolean }

/**
 * Gives the badges that are due and takes back those whose cause is gone: of these members. Done twice it does nothing
 * more. Says how many changed.
 */
export async function settleBadges(members: readonly string[], now: Date): Promise<number> {
  const found = await differences(db(), members, now)
  for (const memberId of new Set(found.map((one) => one.memberId)))
    await write(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
      const mine = await differences(tx, [memberId], now)
      for (const one of mine) await settle(tx, one, now)
      if (mine.length > 0) await changed(tx, [tags.badges, tags.member(memberId)])
    })
  return found.length
}

function differences(through: Pick<Tx, '$queryRaw'>, members: readonly string[], now: Date): Promise<Difference[]> {
  return through.$queryRaw<Difference[]>(statement(BADGE_DIFFERENCES, now, [...members]))
}

async function settle(tx: Tx, { memberId, badge, postId, isDue }: Difference, now: Date) {
  const where = { memberId_badge: { memberId, badge } }
  const before = await tx.badgeAward.findUnique({ where, select: { revokedAt: true } })
  const said = { actorId: null, aboutId: memberId, at: now, codes: { badge } } as const
  if (!isDue) {
    await tx.badgeAward.update({ where, data: { revokedAt: now }, select: { badge: true } })
    return record(tx, { kind: 'badgeRevoked', ...said })
  }
  await tx.badgeAward.upsert({
    where,
    create: { memberId, badge, postId, awardedAt: now },
    update: { postId, ...(before?.revokedAt ? { revokedAt: null } : {}) },
    select: { badge: true },
  })
  // What somebody had before is no news.
  if (!before) await record(tx, { kind: 'badgeAwarded', ...said })
}
