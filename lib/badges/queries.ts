import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import { type Badge, badges } from './badges'

/** How many members hold each badge, in the order of the list. */
export function badgeList(): Promise<{ badge: Badge; holders: number }[]> {
  return throughCache([tags.badges], (since) => counted(since))
}

async function counted(_since: number): Promise<{ badge: Badge; holders: number }[]> {
  'use cache'
  cacheTag(tags.badges)
  cacheLife('hours')
  const rows = await db().badgeAward.groupBy({ by: ['badge'], where: { revokedAt: null }, _count: true })
  return badges.map((badge) => ({ badge, holders: rows.find((one) => one.badge === badge)?._count ?? 0 }))
}
