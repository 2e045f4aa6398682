import 'server-only'
import { db } from '../db'
import type { Holding } from './holdings'

/** What somebody has earned, and what others vouch for. */
export const standingHoldings: readonly Holding[] = [
  {
    table: 'ReputationEntry',
    columns: ['memberId', 'byId'],
    exported: {
      file: 'reputation',
      rows: ({ id }) =>
        db().reputationEntry.findMany({
          where: { memberId: id },
          // Who voted is nobody's to know.
          select: { postId: true, cause: true, points: true, at: true, reversedAt: true },
          orderBy: { at: 'asc' },
        }),
    },
    erased: { kept: 'ids and points only: what others have earned by their votes stays earned' },
  },
  {
    table: 'BadgeAward',
    columns: ['memberId'],
    exported: {
      file: 'badges',
      rows: ({ id }) =>
        db().badgeAward.findMany({
          where: { memberId: id },
          select: { badge: true, postId: true, awardedAt: true, revokedAt: true },
          orderBy: { awardedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.badgeAward.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Flair',
    columns: ['memberId', 'grantedById', 'withdrawnById'],
    exported: {
      file: 'flairs',
      rows: ({ id }) =>
        db().flair.findMany({
          where: { memberId: id },
          select: {
            kind: true,
            operator: { select: { slug: true } },
            // Why is written for administrators: it may name others.
            grantedAt: true,
            withdrawnAt: true,
          },
          orderBy: { grantedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.flair.deleteMany({ where: { memberId: id } }),
  },
]
