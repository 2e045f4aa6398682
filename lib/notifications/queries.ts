import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import { badgesPath, myAbilitiesPath } from '../paths'
import type { NotificationKind } from './kinds'
import { placeOf } from './place'
import { shownTo } from './shown'

/** So much of one kind on one page: "3 new answers". `path` is the newest of it. */
export type InboxLine = { kind: NotificationKind; count: number; isUnread: boolean; path: string }
/**
 * Everything that happened on one page, or (without `home`) that is about the member and no post. `title` is empty for an experience
 * and for oneself.
 */
export type InboxGroup = {
  home: number | null
  title: string
  language: Locale | undefined
  at: Date
  lines: InboxLine[]
}
export type Inbox = { groups: InboxGroup[]; after: string | undefined }

const PER_PAGE = 20

/** How many pages have something that the viewer has not read. */
export async function unreadCount(viewer: Viewer): Promise<number> {
  if (viewer.id === null) return 0
  const where = { AND: [shownTo(viewer.id), { readAt: null }] }
  return (await db().notification.groupBy({ by: ['homeId'], where })).length
}

/** What a member is told, grouped by page, the page with the newest first; from the key of the last group of the page before. */
export async function inbox(viewer: Viewer, locale: Locale, after?: string): Promise<Inbox> {
  if (viewer.id === null) return { groups: [], after: undefined }
  const mine = shownTo(viewer.id)
  const key = keyFrom(after)
  const found = await db().notification.groupBy({
    by: ['homeId'],
    where: mine,
    _max: { madeAt: true },
    ...(key ? { having: { OR: [{ madeAt: { _max: { lt: key.at } } }, sameInstant(key)] } } : {}),
    orderBy: [{ _max: { madeAt: 'desc' } }, { homeId: 'desc' }],
    take: PER_PAGE + 1,
  })
  const shown = found.slice(0, PER_PAGE).map(({ homeId, _max }) => ({ homeId, at: _max.madeAt ?? new Date(0) }))
  const homes = { in: shown.flatMap(({ homeId }) => homeId ?? []) }
  const there = { OR: [{ homeId: homes }, ...(shown.some(({ homeId }) => homeId === null) ? [{ homeId: null }] : [])] }
  const [unread, all, pages] = await Promise.all([
    counts({ AND: [mine, there, { readAt: null }] }),
    counts({ AND: [mine, there] }),
    db().post.findMany({ where: { id: homes }, select: homeColumns }),
  ])
  const groups = shown.flatMap(({ homeId, at }): InboxGroup[] => {
    if (homeId === null)
      return [{ home: null, title: '', language: undefined, at, lines: ofMember(locale, all, unread) }]
    const home = pages.find(({ id }) => id === homeId)
    if (!home) return []
    const kinds = all.filter((one) => one.homeId === homeId)
    const lines = kinds.map(({ kind, _count, _max }): InboxLine => {
      const fresh = freshOf(unread, homeId, kind)
      const newest = { kind, postId: fresh?._max.postId ?? _max.postId ?? homeId, home }
      return { kind, count: fresh?._count ?? _count, isUnread: !!fresh, path: placeOf(newest, locale).path }
    })
    const { title } = placeOf({ kind: 'answerToMine', postId: homeId, home }, locale)
    const language = home.guideVersion || !isLocale(home.locale) ? locale : home.locale
    return [{ home: homeId, title, language, at, lines: lines.toSorted((a, b) => +b.isUnread - +a.isUnread) }]
  })
  const last = shown.at(-1)
  return { groups, after: found.length > PER_PAGE && last ? `${last.at.getTime()}_${last.homeId ?? 0}` : undefined }
}

type Counts = Awaited<ReturnType<typeof counts>>

const freshOf = (unread: Counts, homeId: number | null, kind: NotificationKind) =>
  unread.find((one) => one.homeId === homeId && one.kind === kind)

// A badge is seen among all of them, a level on the page that explains it.
function ofMember(locale: Locale, all: Counts, unread: Counts): InboxLine[] {
  return all
    .filter(({ homeId }) => homeId === null)
    .map(({ kind, _count }) => {
      const fresh = freshOf(unread, null, kind)
      const path = kind === 'badge' ? badgesPath(locale) : myAbilitiesPath(locale)
      return { kind, count: fresh?._count ?? _count, isUnread: !!fresh, path }
    })
}

const homeColumns = {
  id: true,
  kind: true,
  title: true,
  locale: true,
  guideVersion: {
    select: {
      guide: { select: { slug: true, versions: { select: { locale: true, post: { select: { title: true } } } } } },
    },
  },
} as const satisfies Prisma.PostSelect

function counts(where: Prisma.NotificationWhereInput) {
  return db().notification.groupBy({
    by: ['homeId', 'kind'],
    where,
    _count: true,
    _max: { postId: true },
    orderBy: [{ homeId: 'asc' }, { kind: 'asc' }],
  })
}

type Key = { at: Date; home: number }

// What is about no page (0 in the key) comes first among what is of one instant: PostgreSQL sorts it so.
const sameInstant = ({ at, home }: Key) => ({
  AND: [{ madeAt: { _max: { equals: at } } }, { homeId: home === 0 ? { not: null } : { lt: home } }],
})

function keyFrom(after: string | undefined): Key | undefined {
  const [, at, home] = /^(\d{1,14})_(\d{1,10})$/.exec(after ?? '') ?? []
  return at && home ? { at: new Date(Number(at)), home: Number(home) } : undefined
}
