import 'server-only'
import { z } from 'zod'
import type { Viewer } from '../accounts/viewer'
import { clock } from '../clock'
import { db, type Tx } from '../db'
import type { Locale } from '../i18n/locales'
import { guidePath, memberPath, operatorPath, questionPath } from '../paths'
import { everybody, localeOf } from '../posts/views'
import type { FollowInput } from './schema'

export type Followed = {
  id: string
  target: Omit<FollowInput, 'follow'>
  title: string
  locale: Locale
  path: string
}
type Page = { found: Followed[]; before: string | undefined }

const PER_PAGE = 50

/** One of those that have a page of their own to be followed on. */
export type Followable = { operator?: string; guide?: string; member?: string }

/** What it is called, where it is, and whether this viewer follows it. Nothing when it does not exist. */
export async function followable(viewer: Viewer, target: Followable, locale: Locale) {
  const mine = { where: { memberId: viewer.id ?? NOBODY, stoppedAt: null }, select: { id: true } } as const
  if (target.operator !== undefined) {
    const row = await db().operator.findUnique({
      where: { slug: target.operator },
      select: { name: true, follows: mine },
    })
    return (
      row && {
        title: row.name,
        path: operatorPath(locale, target.operator),
        isFollowed: row.follows.length > 0,
        isOneself: false,
      }
    )
  }
  if (target.member !== undefined) {
    const found = await memberShown(db(), target.member, clock())
    if (!found) return null
    const { id, handle } = found
    const isFollowed = (await db().follow.count({ where: { ...mine.where, followedId: id } })) > 0
    return { title: handle, path: memberPath(locale, handle), isFollowed, isOneself: id === viewer.id }
  }
  const row = await db().guide.findUnique({
    where: { slug: target.guide ?? '' },
    select: { versions: titleIn(locale), follows: mine },
  })
  const title = row?.versions[0]?.post.title
  if (!row || !title) return null
  return { title, path: guidePath(locale, target.guide ?? ''), isFollowed: row.follows.length > 0, isOneself: false }
}

/** The member who has this handle, or had it, and is not suspended: of one who is, the profile shows nothing either. */
export async function memberShown(tx: Pick<Tx, 'member'>, handle: string, now: Date) {
  const inForce = { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  return tx.member.findFirst({
    where: { OR: [{ handle }, { formerHandles: { some: { handle } } }], suspensions: { none: inForce } },
    select: { id: true, handle: true },
  })
}

// The nil UUID (RFC 9562, section 5.9), which no member has: a guest follows nothing.
const NOBODY = '00000000-0000-0000-0000-000000000000'

const titleIn = (locale: Locale) => ({ where: { locale }, select: { post: { select: { title: true } } } }) as const

/** What the viewer follows, the latest first, from `before` on. A hidden question is not named. */
export async function followed(viewer: Viewer, locale: Locale, before?: string): Promise<Page> {
  if (viewer.id === null) return { found: [], before: undefined }
  const rows = await db().follow.findMany({
    where: {
      memberId: viewer.id,
      stoppedAt: null,
      ...(z.uuid().safeParse(before).success ? { id: { lt: before as string } } : {}),
      OR: [{ postId: null }, { post: everybody }],
    },
    select: {
      id: true,
      post: { select: { id: true, title: true, locale: true } },
      operator: { select: { slug: true, name: true } },
      guide: { select: { slug: true, versions: titleIn(locale) } },
      followed: { select: { handle: true } },
    },
    orderBy: { id: 'desc' },
    take: PER_PAGE + 1,
  })
  const shown = rows.slice(0, PER_PAGE)
  const found = shown.map(({ id, post, operator, guide, followed }): Followed => {
    if (followed) {
      const { handle } = followed
      return { id, title: handle, locale, target: { member: handle }, path: memberPath(locale, handle) }
    }
    if (post) {
      const place = { target: { post: post.id }, path: questionPath(locale, post.id) }
      return { id, title: post.title ?? '', locale: localeOf(post), ...place }
    }
    if (operator) {
      const place = { target: { operator: operator.slug }, path: operatorPath(locale, operator.slug) }
      return { id, title: operator.name, locale, ...place }
    }
    const slug = guide?.slug ?? ''
    const title = guide?.versions[0]?.post.title ?? slug
    return { id, title, locale, target: { guide: slug }, path: guidePath(locale, slug) }
  })
  return { found, before: rows.length > PER_PAGE ? shown.at(-1)?.id : undefined }
}
