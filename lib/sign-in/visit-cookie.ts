import 'server-only'
import { z } from 'zod'
import { cookieFrom, setCookie } from '../cookies'
import { acceptedLocale, type Received } from '../door/read'
import { env } from '../env'
import { locales } from '../i18n/locales'
import { VISIT_MINUTES } from '../providers/ceremony'

const Kept = z.object({
  token: z.string(),
  locale: z.enum(locales),
  onward: z.string().optional(),
  isLink: z.boolean(),
})
/** What a browser on a visit keeps: a token that shows that it is the same one, and where its page goes on. */
type Kept = z.output<typeof Kept>

export function visitCookie(kept: Kept): string {
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url')
  return setCookie(visitCookieName(), value, { isSecure: env().isHttps, maxAgeSeconds: VISIT_MINUTES * 60 })
}

/** The token of the browser that comes back, if it is on a visit. */
export function visitToken(cookie: (name: string) => string | undefined): string | undefined {
  return keptIn(cookie(visitCookieName()))?.token
}

/** What a provider sends back, with the language and the page of the one who left. */
export function readReturn(provider: string) {
  return (request: Request): Received => {
    const { state, code, iss, error } = Object.fromEntries(new URL(request.url).searchParams)
    const kept = keptIn(cookieFrom(request.headers.get('cookie'), visitCookieName()))
    const purpose = kept?.isLink ? 'link' : 'signIn'
    return {
      isForm: true,
      locale: kept?.locale ?? acceptedLocale(request.headers),
      next: undefined,
      key: undefined,
      values: { provider, state, code, iss, error, onward: kept?.onward, purpose },
    }
  }
}

/** Is this browser on a visit at all? A page elsewhere that sends our readers here brings no cookie of ours. */
export function isOnVisit(request: Request): boolean {
  return keptIn(cookieFrom(request.headers.get('cookie'), visitCookieName())) !== undefined
}

/** The visit is over for this browser. */
export function noVisitCookie(): string {
  return setCookie(visitCookieName(), '', { isSecure: env().isHttps, maxAgeSeconds: 0 })
}

function visitCookieName(): string {
  return env().isHttps ? '__Host-visit' : 'visit'
}

function keptIn(value: string | undefined): Kept | undefined {
  try {
    return Kept.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString()))
  } catch {
    return undefined // none, or not of ours
  }
}
