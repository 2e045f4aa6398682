import 'server-only'
import { isAdministrator, isModerator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import { type Byline, byline, bylineColumns, localeOf } from '../posts/views'
import { excerpt } from '../text/excerpt'
import { BY_AUTHOR, type FlagReason, type FlairKind, type RemovalReason } from './schema'

export type FlagView = { reason: FlagReason; text: string | null; raisedAt: Date }
export type ReviewItem = Byline & {
  id: number
  kind: 'question' | 'answer' | 'comment' | 'experience' | 'guide'
  locale: Locale
  excerpt: string
  flags: FlagView[]
  /** `by` is missing where that moderator has left since. */
  removal: { reason: RemovalReason; removedAt: Date; by: string | undefined } | undefined
}

const ITEMS_MAX = 50
const EXCERPT_CHARACTERS = 300

const columns = {
  ...bylineColumns,
  kind: true,
  title: true,
  markdown: true,
  flags: {
    where: { decidedAt: null },
    select: { reason: true, text: true, raisedAt: true },
    orderBy: { raisedAt: 'asc' },
  },
  removals: {
    where: { liftedAt: null },
    select: { reason: true, removedAt: true, removedBy: { select: { handle: true, leftAt: true } } },
  },
} as const

/** What waits for a moderator: posts with open flags, the oldest flag first. Nothing for anybody else. */
export async function flaggedPosts(viewer: Viewer): Promise<ReviewItem[]> {
  if (!isModerator(viewer)) return []
  const rows = await db().flag.findMany({
    where: { decidedAt: null },
    distinct: ['postId'],
    select: { post: { select: columns } },
    orderBy: { raisedAt: 'asc' },
    take: ITEMS_MAX,
  })
  return rows.flatMap(({ post }) => (post ? [item(post)] : []))
}

/** What moderators have hidden, the latest first. Nothing for anybody but moderators. */
export async function hiddenPosts(viewer: Viewer): Promise<ReviewItem[]> {
  if (!isModerator(viewer)) return []
  const rows = await db().removal.findMany({
    where: { liftedAt: null, reason: { not: BY_AUTHOR } },
    select: { post: { select: columns } },
    orderBy: { removedAt: 'desc' },
    take: ITEMS_MAX,
  })
  return rows.map(({ post }) => item(post))
}

type Row = {
  id: number
  kind: ReviewItem['kind']
  locale: string
  postedAt: Date
  author: Parameters<typeof byline>[0]['author']
  title: string | null
  markdown: string | null
  flags: { reason: string; text: string | null; raisedAt: Date }[]
  removals: { reason: string; removedAt: Date; removedBy: { handle: string; leftAt: Date | null } }[]
}

function item(row: Row): ReviewItem {
  const [removal] = row.removals
  return {
    ...byline(row),
    id: row.id,
    kind: row.kind,
    locale: localeOf(row),
    excerpt: excerpt([row.title, row.markdown].filter(Boolean).join(' · '), EXCERPT_CHARACTERS),
    flags: row.flags as FlagView[],
    removal: removal && {
      reason: removal.reason as RemovalReason,
      removedAt: removal.removedAt,
      by: removal.removedBy.leftAt ? undefined : removal.removedBy.handle,
    },
  }
}

export type FlairRow = {
  id: string
  member: string
  kind: FlairKind
  operator: string | undefined
  reason: string
  grantedAt: Date
  by: string
}

const FLAIRS_MAX = 500

/** For whom the site vouches now, the latest first. Nothing for anybody but administrators. */
export async function flairsInForce(viewer: Viewer): Promise<FlairRow[]> {
  if (!isAdministrator(viewer)) return []
  const rows = await db().flair.findMany({
    where: { withdrawnAt: null },
    select: {
      id: true,
      kind: true,
      reason: true,
      grantedAt: true,
      member: { select: { handle: true } },
      operator: { select: { name: true } },
      grantedBy: { select: { handle: true } },
    },
    orderBy: { grantedAt: 'desc' },
    take: FLAIRS_MAX,
  })
  return rows.map(({ member, operator, grantedBy, ...row }) => ({
    ...row,
    member: member.handle,
    operator: operator?.name,
    by: grantedBy.handle,
  }))
}
