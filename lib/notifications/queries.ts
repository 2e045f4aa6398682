import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import type { NotificationKind } from './kinds'
import { homeColumns, operatorColumns, placeOf } from './place'
import { listedFor } from './shown'

/** So much of one kind on one page: "3 new answers". Of votes, how many there are. `path` is the newest of it. */
export type InboxLine = { kind: NotificationKind; count: number; isUnread: boolean; path: string }
/** Everything that happened on one page, or about one operator. `title` is empty for an experience, and for what has no page. */
export type InboxGroup = {
  key: string
  about: { home?: number; operator?: string; account?: 'yes' }
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
  const where = { AND: [listedFor(viewer.id), { readAt: null }] }
  return (await db().notification.groupBy({ by: ['homeId', 'operatorId'], where })).length
}

/** What a member is told, grouped by page, the page with the newest first; from the key of the last group of the page before. */
export async function inbox(viewer: Viewer, locale: Locale, after?: string): Promise<Inbox> {
  if (viewer.id === null) return { groups: [], after: undefined }
  const found = await groupsOf(listedFor(viewer.id), locale, { take: PER_PAGE + 1, after: keyFrom(after) })
  const groups = found.slice(0, PER_PAGE)
  return { groups, after: found.length > PER_PAGE ? groups.at(-1)?.key : undefined }
}

/** Notifications by page, the page with the newest first. */
export async function groupsOf(
  where: Prisma.NotificationWhereInput,
  locale: Locale,
  { take, after }: { take: number; after?: Key | undefined },
): Promise<InboxGroup[]> {
  const found = await db().notification.groupBy({
    by: ['homeId', 'operatorId'],
    where,
    _max: { madeAt: true },
    ...(after ? { having: { OR: [{ madeAt: { _max: { lt: after.at } } }, sameInstant(after)] } } : {}),
    orderBy: [{ _max: { madeAt: 'desc' } }, { homeId: 'desc' }, { operatorId: 'desc' }],
    take,
  })
  const homes = { in: found.flatMap(({ homeId }) => homeId ?? []) }
  const operators = { in: found.flatMap(({ operatorId }) => operatorId ?? []) }
  const here = { OR: [{ homeId: homes }, { operatorId: operators }, { homeId: null, operatorId: null }] }
  const [unread, all, pages, named] = await Promise.all([
    counts({ AND: [where, here, { readAt: null }] }),
    counts({ AND: [where, here] }),
    db().post.findMany({ where: { id: homes }, select: homeColumns }),
    db().operator.findMany({ where: { id: operators }, select: { id: true, ...operatorColumns } }),
  ])
  return found.map(({ homeId, operatorId, _max }): InboxGroup => {
    const home = pages.find(({ id }) => id === homeId) ?? null
    const operator = named.find(({ id }) => id === operatorId) ?? null
    const isHere = (one: Count) => one.homeId === homeId && one.operatorId === operatorId
    const at = _max.madeAt ?? new Date(0)
    const lines = all.filter(isHere).map((one): InboxLine => {
      const { kind } = one
      const fresh = unread.find((other) => isHere(other) && other.kind === kind)
      const { _count, _max } = fresh ?? one
      const { path } = placeOf({ kind, postId: _max.postId, home, operator }, locale)
      return { kind, count: _max.mark ?? _count, isUnread: fresh !== undefined, path }
    })
    // The whole page is named by what may be said of all of it.
    const isSpoken = lines.some(({ kind }) => kind !== 'flagUpheld')
    const { title } = placeOf(
      { kind: isSpoken ? 'answerToMine' : 'flagUpheld', postId: homeId, home, operator },
      locale,
    )
    const language = !home || home.guideVersion || !isLocale(home.locale) ? locale : home.locale
    return {
      key: `${at.getTime()}_${homeId ?? operatorId ?? ''}`,
      about: homeId ? { home: homeId } : operator ? { operator: operator.slug } : { account: 'yes' },
      title,
      language,
      at,
      lines: lines.toSorted((one, other) => +other.isUnread - +one.isUnread),
    }
  })
}

type Count = Awaited<ReturnType<typeof counts>>[number]

function counts(where: Prisma.NotificationWhereInput) {
  return db().notification.groupBy({
    by: ['homeId', 'operatorId', 'kind'],
    where,
    _count: true,
    _max: { postId: true, mark: true },
    orderBy: [{ homeId: 'asc' }, { operatorId: 'asc' }, { kind: 'asc' }],
  })
}

// PostgreSQL's integers end here.
const ID_MAX = 2 ** 31 - 1

type Key = { at: Date; home: number | null; operator: string | null }

// Of one instant, in the order of the list: what has no page first (PostgreSQL's descending order), then operators, then pages of posts.
function sameInstant({ at, home, operator }: Key): Prisma.NotificationScalarWhereWithAggregatesInput {
  const instant = { madeAt: { _max: { equals: at } } }
  if (home !== null) return { AND: [instant, { homeId: { lt: home } }] }
  const pages = { homeId: { not: null } }
  const others = operator === null ? { operatorId: { not: null } } : { homeId: null, operatorId: { lt: operator } }
  return { AND: [instant, { OR: [pages, others] }] }
}

function keyFrom(after: string | undefined): Key | undefined {
  const [, at, home, operator] = /^(\d{1,14})_(?:([1-9]\d{0,9})|([0-9a-f-]{36}))?$/.exec(after ?? '') ?? []
  if (!at) return undefined
  return { at: new Date(Number(at)), home: home ? Math.min(Number(home), ID_MAX) : null, operator: operator ?? null }
}
