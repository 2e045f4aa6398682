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

export const feedbackDoor = '/api/v1/feedback'

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
