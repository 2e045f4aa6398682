import type { Locale } from './i18n/locales'

/** Every address of ours, once. Nothing else in the code spells a path. */
export const homePath = (locale: Locale) => `/${locale}` as const
export const checkingPath = (locale: Locale) => `/${locale}/how-we-check-facts` as const
export const searchPath = (locale: Locale) => `/${locale}/search` as const
export const feedbackPath = (locale: Locale) => `/${locale}/feedback` as const
export const feedbackReceivedPath = (locale: Locale, id: string) => `/${locale}/feedback/received/${id}` as const
/** Shown in place of anything that failed; nobody links to it. */
export const troublePath = (locale: Locale) => `/${locale}/trouble` as const
/** Shown for every address that we do not know, so that made-up ones share one rendering. */
export const missingPath = (locale: Locale) => `/${locale}/missing` as const

export const guidesPath = (locale: Locale) => `/${locale}/guides` as const
export const guidePath = (locale: Locale, slug: string) => `/${locale}/guides/${slug}` as const
export const guidePrintPath = (locale: Locale, slug: string) => `/${locale}/guides/${slug}/print` as const

export const operatorsPath = (locale: Locale) => `/${locale}/operators` as const
export const operatorPath = (locale: Locale, slug: string) => `/${locale}/operators/${slug}` as const
export const operatorFactsPath = (locale: Locale, slug: string) => `/${locale}/operators/${slug}/facts` as const
export const operatorGuidesPath = (locale: Locale, slug: string) => `/${locale}/operators/${slug}/guides` as const
export const operatorQuestionsPath = (locale: Locale, slug: string) => `/${locale}/operators/${slug}/questions` as const
export const operatorExperiencesPath = (locale: Locale, slug: string) =>
  `/${locale}/operators/${slug}/experiences` as const

/** What the ledger knows besides operators: `law`, `numbering`, `channels`, `payments`, `networks`. */
export const factsPath = (locale: Locale, chapter: string) => `/${locale}/facts/${chapter}` as const

/** The words of the field in four languages. */
export const glossaryPath = (locale: Locale) => `/${locale}/glossary` as const
export const termPath = (locale: Locale, slug: string) => `${glossaryPath(locale)}#${slug}` as const
/** What the house says about itself: `rules`, `trust`, `privacy`, `accessibility`, `licence`. */
export const documentPath = (locale: Locale, name: string) => `/${locale}/about/${name}` as const

export const questionsPath = (locale: Locale) => `/${locale}/questions` as const
export const askPath = (locale: Locale) => `/${locale}/questions/ask` as const
export const questionPath = (locale: Locale, id: number, slug?: string) =>
  `/${locale}/questions/${id}${slug ? `/${slug}` : ''}` as const
export const experiencesPath = (locale: Locale) => `/${locale}/experiences` as const
export const sharePath = (locale: Locale) => `/${locale}/experiences/new` as const
export const experiencePath = (locale: Locale, id: number) => `/${locale}/experiences/${id}` as const

/** The private, scriptless page with everything that its viewer may do with a post. */
export const minePath = (locale: Locale, id: number) => `/${locale}/posts/${id}/mine` as const
/** Where a post stands on a page of several. */
export const postAnchor = (id: number) => `post-${id}` as const

/** Fragments that show what has just been done. */
export const FACTOR_ADDED = 'added'
export const FACTOR_REMOVED = 'taken-away'
export const CODES = 'codes'
export const PUBLISHED = 'published'
export const SIGNED_OUT = 'signed-out'
export const SESSIONS_ENDED = 'ended'
export const PROVEN = 'proven'
export const SAVED = 'saved'
export const RENAMED = 'renamed'
export const PICTURED = 'pictured'
export const GRANTED = 'granted'
export const WITHDRAWN = 'withdrawn'
export const CLEARED = 'cleared'
export const WAY_ADDED = 'added'
export const WAY_REMOVED = 'removed'
export const NEW_ADDRESS = 'new-address'
export const LEFT = 'left'
export const STAYED = 'stayed'
export const EXPORT_ASKED = 'asked'
export const AGREED = 'agreed'
export const ROLE_LAID_DOWN = 'laid-down'

export const signInPath = (locale: Locale, next?: string) =>
  `/${locale}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}` as const
/** Signing in once more, for an act that needs a fresh proof. */
export const proveAgainPath = (locale: Locale, next: string) => `${signInPath(locale, next)}&again=1` as const
export const signInCodePath = (locale: Locale) => `/${locale}/sign-in/code` as const
export const signInLinkPath = (locale: Locale, token: string) => `/${locale}/sign-in/link/${token}` as const
export const signInHandlePath = (locale: Locale) => `/${locale}/sign-in/handle` as const
/** The second step of a sign-in: a code of the app, a recovery code, or a passkey. */
export const signInSecondPath = (locale: Locale, next?: string) =>
  `/${locale}/sign-in/second${next ? `?next=${encodeURIComponent(next)}` : ''}` as const
export const accountPath = (locale: Locale) => `/${locale}/me` as const
/** What happened that I want to know of; `after` is the key of the last entry of the page before. */
export const inboxPath = (locale: Locale, after?: string) =>
  `/${locale}/me/inbox${after ? `?after=${encodeURIComponent(after)}` : ''}` as const
/** Of what I want to be told, how and when. */
export const notificationsPath = (locale: Locale) => `/${locale}/me/notifications` as const
/** The private, scriptless page on which a member follows an operator, a guide or another member; without one, the list of what they follow. */
export const followPath = (locale: Locale, target: { operator?: string; guide?: string; member?: string } = {}) => {
  const [named] = Object.entries(target)
  return `/${locale}/follow${named ? `?${named[0]}=${encodeURIComponent(named[1])}` : ''}` as const
}
/** From a letter: no sign-in, the token says whose letters and of which kinds. */
export const unsubscribePath = (locale: Locale, token: string) =>
  `/${locale}/unsubscribe?token=${encodeURIComponent(token)}` as const
export const sessionsPath = (locale: Locale) => `/${locale}/me/sessions` as const
/** My passkeys, my authenticator app, my recovery codes. */
export const secondStepPath = (locale: Locale) => `/${locale}/me/second-step` as const
export const appSetUpPath = (locale: Locale) => `/${locale}/me/second-step/app` as const
/** How I can sign in: addresses and accounts elsewhere. */
export const waysInPath = (locale: Locale) => `/${locale}/me/ways-in` as const
/** Where the letter to one more address leads. */
export const newAddressPath = (locale: Locale, token: string) => `/${locale}/me/ways-in/link/${token}` as const
/** What we hold about me: the copy, leaving, what I agreed to. */
export const myDataPath = (locale: Locale) => `/${locale}/me/data` as const
export const erasurePath = (locale: Locale) => `/${locale}/me/data/erasure` as const
export const myProfilePath = (locale: Locale) => `/${locale}/me/profile` as const
/** The public profile. Encoded as browsers do it: the press keeps one spelling only (lib/press/pages.ts). */
export const memberPath = (locale: Locale, handle: string) =>
  `/${locale}/members/${encodeURIComponent(handle)}` as const
/** Every point that I earned, day by day, from the day before `before` on. */
export const myReputationPath = (locale: Locale, before?: string) =>
  `/${locale}/me/reputation${before ? `?before=${before}` : ''}` as const
/** My level, what it lets me do, and what the next one takes. */
export const myAbilitiesPath = (locale: Locale) => `/${locale}/me/abilities` as const
/** Every badge, with what it takes. */
export const badgesPath = (locale: Locale) => `/${locale}/badges` as const
/** The private, scriptless page with everything that its viewer may do about a member. */
export const memberMinePath = (locale: Locale, handle: string) => `${memberPath(locale, handle)}/mine` as const
/** For administrators: whom the site vouches for. `member` is filled in. */
export const flairsPath = (locale: Locale, member?: string) =>
  `/${locale}/admin/flairs${member ? `?member=${encodeURIComponent(member)}` : ''}` as const
/** The same without a language, as it lies in a text that readers of every language share (components/posts/rich-text.tsx puts theirs in). */
export const bareMemberPath = (handle: string) => `/members/${encodeURIComponent(handle)}` as const
export const adminPath = (locale: Locale) => `/${locale}/admin` as const
/** Work and letters that were given up. */
export const adminJobsPath = (locale: Locale) => `/${locale}/admin/jobs` as const
/** Without a language: each administrator-to-be is sent to their own. */
export const bareClaimPath = (token: string) => `/admin/claim/${token}` as const
export const claimPath = (locale: Locale, token: string) => `/${locale}${bareClaimPath(token)}` as const

/** The feedback form, told which page it is about. */
export const feedbackAboutPath = (locale: Locale, page: string) =>
  `${feedbackPath(locale)}?page=${encodeURIComponent(page)}` as const

/** An absolute address, for canonical links, feeds and letters. */
export function absolute(path: string, origin: URL): string {
  return new URL(path, origin).href
}

/** `next` of a form: a path of ours, or nothing. Compared as the browser will resolve it (security.md, finding 8). */
export function localPath(candidate: string | null | undefined, origin: URL): string | undefined {
  if (!candidate || !URL.canParse(candidate, origin.href)) return undefined
  const resolved = new URL(candidate, origin.href)
  const isOurs = resolved.origin === origin.origin && candidate.startsWith('/') && !resolved.pathname.startsWith('//')
  return isOurs ? `${resolved.pathname}${resolved.search}${resolved.hash}` : undefined
}
