import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { Prisma } from '@/prisma/generated/client'
import { CURATORS } from '../accounts/curators'
import { type Badge, isBadge } from '../badges/badges'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { clock } from '../clock'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import { type Flair, flairColumns, flairsOf } from '../posts/flair'
import { languageOf } from '../posts/schema'
import { everybody } from '../posts/views'
import { withoutLinks } from '../text/links'
import { type ShownLevel, shownLevel } from '../trust/level'
import {
  type Contribution,
  type Contributions,
  contribution,
  contributionColumns,
  countsOf,
  listedBy,
} from './contributions'
import { isSettled } from './policy'

/** What everybody may read of a member. */
export type Profile = {
  isSuspended: false
  /** The member's, for their drawing alone: not to be shown. */
  id: string
  /** The name of the picture in the place of the drawing (lib/profiles/avatar.ts). */
  picture: string | undefined
  handle: string
  name: string | undefined
  isCurators: boolean
  /** Known well enough for search engines, and for links that can be followed. */
  isSettled: boolean
  joinedAt: Date
  /** What they earned, or the role that somebody gave them. Nothing for the curators, who are no person. */
  level: ShownLevel | undefined
  flairs: Flair[]
  /** Reputation and badges: nothing when the member does not list what they wrote. */
  earned: { reputation: number; badges: Badge[] } | undefined
  about: string
  /** The language it is written in, as far as it shows. */
  aboutLocale: Locale
  languages: Locale[]
  operators: { slug: string; name: string }[]
  /** Nothing when the member does not list them. */
  contributions: Contributions | undefined
}
export type SuspendedProfile = { isSuspended: true; handle: string }

/** Whose handle this is, or was. Nothing when it is nobody's: of what is made up, nothing is kept. */
export async function memberOf(handle: string): Promise<string | undefined> {
  const member = await db().member.findUnique({ where: { handle }, select: { id: true } })
  if (member) return member.id
  const former = await db().handleChange.findFirst({ where: { handle }, select: { memberId: true } })
  return former?.memberId
}

/** The public profile of a member; of one who is suspended, only that; of one who is leaving, nothing. */
export function publicProfile(id: string, locale: Locale): Promise<Profile | SuspendedProfile | undefined> {
  return throughCache([tags.member(id), tags.ledger], (since) => read(id, locale, since))
}

const memberColumns = {
  handle: true,
  joinedAt: true,
  avatar: { select: { name: true } },
  role: true,
  level: true,
  reputation: true,
  flairs: flairColumns,
  badges: { where: { revokedAt: null }, select: { badge: true }, orderBy: { awardedAt: 'asc' } },
  leftAt: true,
  profile: {
    select: {
      name: true,
      markdown: true,
      html: true,
      languages: true,
      showsLanguages: true,
      showsOperators: true,
      showsContributions: true,
      operators: {
        select: { operator: { select: { slug: true, name: true } } },
        orderBy: { operator: { position: 'asc' } },
      },
    },
  },
} as const satisfies Prisma.MemberSelect

async function read(id: string, locale: Locale, _since: number): Promise<Profile | SuspendedProfile | undefined> {
  'use cache'
  cacheTag(tags.member(id), tags.ledger)
  cacheLife('hours')
  const now = clock()
  const inForce = { liftedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const member = await db().member.findUnique({
    where: { id },
    select: { ...memberColumns, suspensions: { where: inForce, select: { id: true }, take: 1 } },
  })
  if (!member || member.leftAt) return undefined
  const { handle, joinedAt, profile, avatar } = member
  if (member.suspensions.length > 0) return { isSuspended: true, handle }
  const isCurators = id === CURATORS.id
  const counts = await countsOf(id, locale)
  const settled = isCurators || isSettled({ joinedAt, accepted: counts.accepted }, now)
  const html = profile?.html ?? ''
  return {
    isSuspended: false,
    id,
    picture: avatar?.name,
    handle,
    name: profile?.name ?? undefined,
    isCurators,
    isSettled: settled,
    joinedAt,
    level: isCurators ? undefined : shownLevel(member),
    flairs: flairsOf(member.flairs),
    earned: isCurators || profile?.showsContributions === false ? undefined : earnedBy(member),
    about: settled ? html : withoutLinks(html),
    aboutLocale: languageOf(profile?.markdown ?? '', locale),
    languages: profile?.showsLanguages ? profile.languages.filter(isLocale) : [],
    operators: profile?.showsOperators ? profile.operators.map(({ operator }) => operator) : [],
    contributions: profile?.showsContributions === false ? undefined : { ...counts, latest: await latest(id, locale) },
  }
}

function earnedBy({ reputation, badges }: { reputation: number; badges: readonly { badge: string }[] }) {
  return { reputation, badges: badges.map(({ badge }) => badge).filter(isBadge) }
}

const LATEST_MAX = 20

async function latest(id: string, locale: Locale): Promise<Contribution[]> {
  const rows = await db().post.findMany({
    where: { AND: [listedBy(id, locale), everybody] },
    select: contributionColumns,
    orderBy: { id: 'desc' },
    take: LATEST_MAX,
  })
  return rows.flatMap((row) => contribution(row) ?? [])
}
