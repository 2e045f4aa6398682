import 'server-only'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import { isLocale, type Locale } from '../i18n/locales'
import { type Clearable, type ClearingReason, clearable, HANDLE_KEPT_DAYS } from './schema'

const DAY_MS = 86_400_000

export type MyProfile = {
  name: string
  languages: Locale[]
  operators: string[]
  body: string
  showsLanguages: boolean
  showsOperators: boolean
  showsContributions: boolean
}

const columns = {
  name: true,
  languages: true,
  markdown: true,
  showsLanguages: true,
  showsOperators: true,
  showsContributions: true,
  operators: { select: { operator: { select: { slug: true } } } },
} as const

// The same as the columns' defaults: what somebody wrote is public anyway, all else is theirs to show.
const unsaid: MyProfile = {
  name: '',
  languages: [],
  operators: [],
  body: '',
  showsLanguages: false,
  showsOperators: false,
  showsContributions: true,
}

/** What I said of myself, for the form. */
export async function myProfile(viewer: Viewer): Promise<MyProfile> {
  if (viewer.id === null) return unsaid
  const row = await db().profile.findUnique({ where: { memberId: viewer.id }, select: columns })
  if (!row) return unsaid
  const { name, languages, markdown, operators, ...shown } = row
  return {
    ...shown,
    name: name ?? '',
    languages: languages.filter(isLocale),
    operators: operators.map(({ operator }) => operator.slug),
    body: markdown ?? '',
  }
}

/** The name of my picture, if I have one. */
export async function myPicture(viewer: Viewer): Promise<string | undefined> {
  if (viewer.id === null) return undefined
  return (await db().avatar.findUnique({ where: { memberId: viewer.id }, select: { name: true } }))?.name
}

export type Clearing = { reason: ClearingReason; what: Clearable[] }

/** Why a moderator emptied my profile, until I have written it anew. */
export async function myClearing(viewer: Viewer): Promise<Clearing | undefined> {
  if (viewer.id === null) return undefined
  const [event, profile] = await Promise.all([
    db().event.findFirst({
      where: { aboutId: viewer.id, kind: 'profileCleared' },
      select: { at: true, codes: true },
      orderBy: { at: 'desc' },
    }),
    db().profile.findUnique({ where: { memberId: viewer.id }, select: { savedAt: true } }),
  ])
  if (!event || (profile && profile.savedAt > event.at)) return undefined
  const { reason, what } = event.codes as { reason: ClearingReason; what: string } // as lib/profiles/clear.ts recorded them
  return { reason, what: clearable.filter((part) => what.split(' ').includes(part)) }
}

/** From when on I may rename; nothing when I may now. */
export async function renamableFrom(viewer: Viewer, now: Date): Promise<Date | undefined> {
  if (viewer.id === null) return undefined
  const last = await renamedSince(db(), viewer.id, now)
  return last && new Date(last.getTime() + HANDLE_KEPT_DAYS * DAY_MS)
}

/** When this member renamed last, if that was within the days for which a handle is kept. */
export async function renamedSince(
  tx: Pick<Tx, 'handleChange'>,
  memberId: string,
  now: Date,
): Promise<Date | undefined> {
  const after = new Date(now.getTime() - HANDLE_KEPT_DAYS * DAY_MS)
  const last = await tx.handleChange.findFirst({
    where: { memberId, changedAt: { gt: after } },
    select: { changedAt: true },
    orderBy: { changedAt: 'desc' },
  })
  return last?.changedAt
}
