import 'server-only'
import { db } from '../db'
import type { Holding } from './holdings'

/** How somebody is named by others, and how they want to be reached. */
export const reachHoldings: readonly Holding[] = [
  {
    table: 'Mention',
    columns: ['memberId'],
    exported: {
      file: 'mentions',
      rows: ({ id }) => db().mention.findMany({ where: { memberId: id }, select: { postId: true } }),
    },
    // The words themselves are rewritten before (erase.ts).
    erased: (tx, { id }) => tx.mention.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'NotificationChoice',
    columns: ['memberId'],
    exported: {
      file: 'notification-choices',
      rows: ({ id }) =>
        db().notificationChoice.findMany({
          where: { memberId: id },
          select: { kind: true, channel: true, isWanted: true },
        }),
    },
    erased: (tx, { id }) => tx.notificationChoice.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Reach',
    columns: ['memberId'],
    exported: {
      file: 'reach',
      rows: ({ id }) =>
        db().reach.findUnique({
          where: { memberId: id },
          select: { zone: true, quietFrom: true, quietTo: true, digest: true, digestDueAt: true, choseLocale: true },
        }),
    },
    erased: (tx, { id }) => tx.reach.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Digest',
    columns: ['memberId'],
    exported: {
      file: 'round-ups',
      rows: ({ id }) => db().digest.findMany({ where: { memberId: id }, select: { day: true, madeAt: true } }),
    },
    erased: (tx, { id }) => tx.digest.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'PushSubscription',
    columns: ['memberId'],
    exported: {
      file: 'push-browsers',
      rows: ({ id }) =>
        db().pushSubscription.findMany({
          where: { memberId: id },
          select: { browser: true, system: true, addedAt: true },
        }),
    },
    erased: (tx, { id }) => tx.pushSubscription.deleteMany({ where: { memberId: id } }),
  },
]
