import 'server-only'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { currentViewer } from '../accounts/current-viewer'
import { isFresh as isProvenAgain } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import { clock } from '../clock'
import type { Locale } from '../i18n/locales'
import { sentencesFor } from '../i18n/sentences'
import { type Draft, draftCookieName, draftsOf, type SavedDraft } from './draft'

/** What a form is filled with and what is said of it: the refused form of this reader, in sentences. */
export type Shown = {
  values: Record<string, string>
  reason: string | undefined
  refusals: Record<string, string>
  isCut: boolean
  /** Written before signing in, and still to be sent. */
  isWaiting: boolean
}

export const nothing: Shown = { values: {}, reason: undefined, refusals: {}, isCut: false, isWaiting: false }

/** The reader of a private form, and their refused form at this door. */
export async function currentDraft(door: string): Promise<{ viewer: Viewer; shown: Shown }> {
  const { viewer, shown } = await currentDrafts([door])
  return { viewer, shown: shown.get(door) ?? nothing }
}

/** The same for several doors at once, the newest first; `about` leaves out what was written about another post. */
export async function currentDrafts(doors: readonly string[], about?: number) {
  const [viewer, locale] = await Promise.all([currentViewer(), getLocale()])
  const drafts = await draftsOf(doors, viewer, (await cookies()).get(draftCookieName())?.value, clock())
  const now = clock()
  const kept = [...drafts].filter(
    ([, draft]) => (about === undefined || isAbout(draft, about)) && (hasWords(draft) || isFresh(draft, now)),
  )
  kept.sort(([, one], [, other]) => other.savedAt.getTime() - one.savedAt.getTime())
  return { viewer, shown: new Map(kept.map(([door, draft]) => [door, said(draft, viewer, locale)])) }
}

function said(draft: Draft, viewer: Viewer, locale: Locale): Shown {
  const say = sentencesFor(locale)
  // Whoever has signed in meanwhile need not be told to sign in: only the words are given back.
  const isOver =
    (draft.code === 'signInFirst' && viewer.id !== null) ||
    (draft.code === 'proveAgain' && isProvenAgain(viewer, clock()))
  return {
    values: draft.values,
    reason: isOver ? undefined : say.refusal(draft),
    refusals: Object.fromEntries(Object.entries(draft.fields).map(([name, field]) => [name, say.field(field)])),
    isCut: draft.isCut ?? false,
    isWaiting: isOver && hasWords(draft),
  }
}

// A refused tap or code is said once, on the page that follows; what somebody wrote waits as long as it is kept.
const FRESH_MS = 15_000

function isFresh({ savedAt }: SavedDraft, now: Date): boolean {
  return now.getTime() - savedAt.getTime() < FRESH_MS
}

function hasWords({ values }: Draft): boolean {
  return ['title', 'body', 'text', 'note', 'handle', 'name', 'email'].some((name) => values[name])
}

function isAbout({ values }: Draft, id: number): boolean {
  return [values.post, values.question, values.answer].includes(String(id))
}
