import 'server-only'
import { db, type Tx } from '../db'
import { withoutNames } from './blank'
import type { Holding } from './holdings'
import { postRows } from './post-rows'
import type { Subject } from './subject'

/** What somebody said and did here. */
export const writingHoldings: readonly Holding[] = [
  {
    table: 'Post',
    columns: ['authorId'],
    exported: { file: 'posts', rows: ({ id }) => postRows(id) },
    erased: { kept: 'stays without a name or loses its text, as its author chose: in batches (erase-posts.ts)' },
  },
  {
    table: 'Vote',
    columns: ['memberId'],
    exported: {
      file: 'votes',
      rows: ({ id }) =>
        db().vote.findMany({ where: { memberId: id }, select: { postId: true, value: true, castAt: true } }),
    },
    erased: { kept: 'ids only: whoever leaves takes nothing from what others have earned' },
  },
  {
    table: 'Acceptance',
    columns: ['acceptedById'],
    exported: {
      file: 'acceptances',
      rows: ({ id }) =>
        db().acceptance.findMany({
          where: { acceptedById: id },
          select: { questionId: true, answerId: true, acceptedAt: true },
        }),
    },
    erased: { kept: 'ids only: it still helps to know which answer helped' },
  },
  {
    table: 'Flag',
    columns: ['memberId', 'decidedById'],
    exported: {
      file: 'flags',
      rows: ({ id }) =>
        db().flag.findMany({
          where: { memberId: id },
          select: { postId: true, reason: true, text: true, raisedAt: true, decidedAt: true, isUpheld: true },
        }),
    },
    erased: (tx, { id }) => tx.flag.updateMany({ where: { memberId: id }, data: { text: null } }),
  },
  {
    table: 'Removal',
    columns: ['removedById', 'liftedById'],
    exported: {
      because:
        'what was hidden of yours stands in posts.json, with the reason; what you hid as a moderator, in log.json',
    },
    // What a moderator wrote to an author who is no longer there.
    erased: (tx, { id }) => tx.removal.updateMany({ where: { post: { authorId: id } }, data: { note: null } }),
  },
  {
    table: 'Follow',
    columns: ['memberId', 'followedId'],
    exported: {
      file: 'follows',
      rows: ({ id }) => followsOf(id),
    },
    erased: (tx, { id }) => tx.follow.deleteMany({ where: { OR: [{ memberId: id }, { followedId: id }] } }),
  },
  {
    table: 'Notification',
    columns: ['memberId'],
    exported: {
      file: 'notifications',
      rows: ({ id }) =>
        db().notification.findMany({
          where: { memberId: id },
          select: {
            kind: true,
            postId: true,
            homeId: true,
            mark: true,
            madeAt: true,
            readAt: true,
            mailedAt: true,
            pushedAt: true,
          },
          orderBy: { madeAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.notification.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Feedback',
    columns: ['memberId'],
    exported: {
      file: 'feedback',
      rows: ({ id }) =>
        db().feedback.findMany({
          where: { memberId: id },
          select: { kind: true, text: true, page: true, replyTo: true, locale: true, sentAt: true },
          orderBy: { sentAt: 'asc' },
        }),
    },
    erased: unlinkFeedback,
  },
  {
    table: 'Event',
    columns: ['actorId', 'aboutId'],
    exported: {
      file: 'log',
      rows: ({ id }) =>
        db().event.findMany({
          where: { OR: [{ actorId: id }, { aboutId: id }] },
          select: { kind: true, at: true, postId: true, codes: true },
          orderBy: { at: 'asc' },
        }),
    },
    erased: { kept: 'append-only, ids and codes: with the name gone nobody can tell whose they are' },
  },
]

// Whoever is leaving is nobody to others from the first day.
async function followsOf(memberId: string) {
  const rows = await db().follow.findMany({
    where: { memberId },
    select: {
      postId: true,
      operator: { select: { slug: true } },
      guide: { select: { slug: true } },
      followed: { select: { handle: true, leftAt: true } },
      followedAt: true,
      stoppedAt: true,
    },
  })
  return rows.map(({ followed, ...row }) => ({
    ...row,
    member: followed?.leftAt === null ? followed.handle : undefined,
  }))
}

// What was said stays with those to whom it was said, without who said it.
async function unlinkFeedback(tx: Tx, subject: Subject) {
  const { id, addresses } = subject
  const theirs = await tx.feedback.findMany({ where: { memberId: id }, select: { id: true, text: true } })
  for (const { id: feedbackId, text } of theirs)
    await tx.feedback.update({
      where: { id: feedbackId },
      data: { memberId: null, replyTo: null, page: null, text: withoutNames(text, subject) },
      select: { id: true },
    })
  await tx.feedback.updateMany({ where: { replyTo: { in: addresses } }, data: { replyTo: null } })
}
