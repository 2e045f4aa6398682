import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { MemberViewer } from '../accounts/policy'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import { excerpt } from '../text/excerpt'
import { COUNTED } from './due'
import type { Cause } from './points'

/** So many votes of one kind, or the acceptance, of one post on one day; `isReversed`: taken back, or the post is hidden. */
export type Line = {
  post: { id: number; kind: 'question' | 'answer'; locale: Locale; words: string }
  reason: 'accepted' | 'up' | 'down'
  count: number
  points: number
  isReversed: boolean
}
/** A day in Brussels (as midnight UTC), with what it gave and what of it counts. */
export type Day = { day: Date; gained: number; counted: number; lines: Line[] }
export type MyReputation = { total: number; sum: number; days: Day[]; before: string | undefined }

/** How much the viewer has. */
export async function reputationOfMember({ id }: MemberViewer): Promise<number> {
  return (await db().member.findUniqueOrThrow({ where: { id }, select: { reputation: true } })).reputation
}

const DAYS_PER_PAGE = 15
const WORDS_CHARACTERS = 100

/** Every point that the viewer earned, in whole days, the latest first, from the day before `before` on. Who gave it is not told. */
export async function myReputation(viewer: MemberViewer, before?: string): Promise<MyReputation> {
  const { id } = viewer
  const [total, days] = await Promise.all([reputationOfMember(viewer), daysOf(id, dayFrom(before))])
  const shown = days.slice(0, DAYS_PER_PAGE)
  const [sum, lines] = await Promise.all([sumOf(id), linesOf(id, shown)])
  const last = shown.at(-1)
  return {
    total,
    sum,
    days: shown.map((one) => ({ ...one, lines: lines.filter(({ day }) => +day === +one.day).map(({ line }) => line) })),
    before: days.length > DAYS_PER_PAGE ? last?.day.toISOString().slice(0, 10) : undefined,
  }
}

function daysOf(memberId: string, before: Date | null) {
  const earlier = before ? Prisma.sql`AND "day" < ${before}::date` : Prisma.empty
  return db().$queryRaw<Omit<Day, 'lines'>[]>`
    SELECT d."day", coalesce("gained", 0) AS "gained", coalesce("counted", 0) AS "counted"
    FROM (
      SELECT DISTINCT "day" FROM "ReputationEntry" WHERE "memberId" = ${memberId}::uuid ${earlier}
      ORDER BY "day" DESC LIMIT ${DAYS_PER_PAGE + 1}
    ) d LEFT JOIN (SELECT * FROM (${Prisma.raw(COUNTED)}) counted WHERE "memberId" = ${memberId}::uuid) c ON c."day" = d."day"
    ORDER BY d."day" DESC`
}

// Before the floor: a member who sees less than nothing must be able to follow it.
async function sumOf(memberId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ sum: number }[]>`
    SELECT coalesce(sum("counted"), 0)::int AS "sum" FROM (${Prisma.raw(COUNTED)}) days WHERE "memberId" = ${memberId}::uuid`
  return row?.sum ?? 0
}

type Row = {
  day: Date
  postId: number
  cause: Cause
  isUp: boolean
  isReversed: boolean
  count: number
  points: number
  kind: 'question' | 'answer'
  locale: string
  title: string | null
  markdown: string | null
}

async function linesOf(memberId: string, days: readonly { day: Date }[]): Promise<{ day: Date; line: Line }[]> {
  const [newest, oldest] = [days.at(0), days.at(-1)]
  if (!newest || !oldest) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.*, p.kind, p.locale, p.title, left(p.markdown, 400) AS markdown FROM (
      SELECT "day", "postId", "cause", "points" > 0 AS "isUp", "reversedAt" IS NOT NULL AS "isReversed",
        count(*)::int AS "count", sum("points")::int AS "points"
      FROM "ReputationEntry"
      WHERE "memberId" = ${memberId}::uuid AND "day" BETWEEN ${oldest.day}::date AND ${newest.day}::date
      GROUP BY 1, 2, 3, 4, 5
    ) e JOIN "Post" p ON p.id = e."postId"
    ORDER BY e."day" DESC, e."isReversed", e."points" DESC, e."postId" DESC`
  return rows.map((row) => ({ day: row.day, line: line(row) }))
}

function line({ postId, kind, locale, title, markdown, cause, isUp, count, points, isReversed }: Row): Line {
  const words = excerpt(title ?? markdown ?? '', WORDS_CHARACTERS)
  return {
    post: { id: postId, kind, locale: isLocale(locale) ? locale : 'en', words },
    reason: cause === 'acceptance' ? 'accepted' : isUp ? 'up' : 'down',
    count,
    points,
    isReversed,
  }
}

function dayFrom(value: string | undefined): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? new Date(`${value}T00:00:00Z`) : undefined
  return day && !Number.isNaN(day.getTime()) ? day : null
}
