import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { z } from 'zod'
import { isAdministrator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import { type FeedbackKind, feedbackKinds } from './schema'

export type FeedbackTally = { counts: Record<FeedbackKind, number>; total: number; lastSentAt: Date | null }

/** How many words of each kind have reached us, and when the last did: what the public page says, never a text. */
export function feedbackTally(): Promise<FeedbackTally> {
  return throughCache([tags.feedback], tallied)
}

async function tallied(_since: number): Promise<FeedbackTally> {
  'use cache'
  cacheTag(tags.feedback)
  cacheLife('hours')
  const rows = await db().feedback.groupBy({ by: ['kind'], _count: true, _max: { sentAt: true } })
  const counts = Object.fromEntries(feedbackKinds.map((kind) => [kind, 0])) as Record<FeedbackKind, number>
  for (const { kind, _count } of rows) counts[kind] = _count
  const dates = rows.flatMap(({ _max }) => (_max.sentAt ? [_max.sentAt.getTime()] : []))
  return {
    counts,
    total: rows.reduce((sum, { _count }) => sum + _count, 0),
    lastSentAt: dates.length > 0 ? new Date(Math.max(...dates)) : null,
  }
}

const MESSAGES_PER_PAGE = 30

export type Message = {
  id: string
  kind: FeedbackKind
  text: string
  page: string | null
  replyTo: string | null
  locale: Locale
  sentAt: Date
  /** The member who wrote it; a guest has no name. */
  from: string | undefined
}

/** The messages to the people who run the site, newest first, from `before` on. Nothing for anybody but an administrator. */
export async function messages(
  viewer: Viewer,
  before?: string,
): Promise<{ found: Message[]; before: string | undefined }> {
  if (!isAdministrator(viewer)) return { found: [], before: undefined }
  const rows = await db().feedback.findMany({
    where: z.uuidv7().safeParse(before).success && before ? { id: { lt: before } } : {},
    include: { member: { select: { handle: true } } },
    orderBy: { id: 'desc' },
    take: MESSAGES_PER_PAGE + 1,
  })
  const shown = rows.slice(0, MESSAGES_PER_PAGE)
  return {
    found: shown.map(({ member, locale, ...row }) => ({
      ...row,
      locale: isLocale(locale) ? locale : 'en',
      from: member?.handle,
    })),
    before: rows.length > MESSAGES_PER_PAGE ? shown.at(-1)?.id : undefined,
  }
}

// A guest's page of confirmation is a courtesy, not an archive: after a day it is gone.
const SHOWN_TO_GUESTS_MS = 24 * 60 * 60 * 1000

export type Receipt = { kind: FeedbackKind; page: string | null; sentAt: Date; expectsAnswer: boolean }

/** What the sender sees after sending. A member's is the member's alone; a guest's goes by its unguessable id, for a day. */
export async function receiptFor(viewer: Viewer, id: string, now: Date): Promise<Receipt | 'gone' | undefined> {
  if (!z.uuidv7().safeParse(id).success) return undefined
  const row = await db().feedback.findFirst({
    where: { id, OR: [{ memberId: null }, ...(viewer.id ? [{ memberId: viewer.id }] : [])] },
    select: { kind: true, page: true, sentAt: true, replyTo: true, memberId: true },
  })
  if (!row) return undefined
  if (row.memberId === null && now.getTime() - row.sentAt.getTime() > SHOWN_TO_GUESTS_MS) return 'gone'
  return { kind: row.kind, page: row.page, sentAt: row.sentAt, expectsAnswer: row.replyTo !== null }
}
