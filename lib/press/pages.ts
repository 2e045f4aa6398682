import { documentNames } from '../documents/names'
import { isLocale, type Locale, locales } from '../i18n/locales'
import { missingPath } from '../paths'

/**
 * How each kind of page is served. Public pages are the same for everyone and are kept; private ones are finished but never kept.
 * `query` lists the parameters that a public page answers to, with what each may look like: all else is
 * dropped. `scripts`: most pages send none, some our one
 * small script (components/island), and the framework only where a part of the page is made of it. `isNamed`: the last part of the
 * address is decoration, and is taken off. Every page.tsx has a row here (pages.test.ts).
 */
export type Scripts = 'none' | 'ours' | 'framework'
type PageKind = {
  path: RegExp
  file: string
  isPublic: boolean
  query: Readonly<Record<string, RegExp>>
  scripts: Scripts
  isNamed: boolean
}

export const MISSING_FILE = 'missing/page.tsx'

const anyLocale = `/(${locales.join('|')})`
const page = (path: string, file: string, kind: Partial<PageKind> = {}): PageKind => ({
  path: new RegExp(`^${anyLocale}${path}$`),
  file,
  isPublic: true,
  query: {},
  scripts: 'none',
  isNamed: false,
  ...kind,
})
const mine = { isPublic: false }
// An id as we write it: no zeros in front, and no longer than one can be. Any other spelling is no page.
const id = '[1-9]\\d{0,9}'
// A handle as `encodeURIComponent` spells it: ASCII plainly, an accented letter (C3), a Chinese character (E2 to E9, EF, F0 A0 on). Any
// other spelling is no page, so that one page is kept once; and what is no UTF-8, which Next cannot read, cannot be among these.
const more = '%[89AB][0-9A-F]'
const handle = `(?:[\\w-]|%C3${more}|%E(?:[2-9]|F)${more}${more}|%F0%[AB][0-9A-F]${more}${more}){1,40}`
const list = { query: { before: /^[1-9]\d{0,9}$/ } }

export const pages: readonly PageKind[] = [
  page('', 'page.tsx'),
  page('/guides', 'guides/page.tsx'),
  page('/guides/[a-z0-9-]+', 'guides/[slug]/page.tsx', { scripts: 'ours' }),
  page('/guides/[a-z0-9-]+/print', 'guides/[slug]/print/page.tsx'),
  page('/operators', 'operators/page.tsx'),
  page('/operators/[a-z0-9-]+', 'operators/[slug]/page.tsx'),
  page('/operators/[a-z0-9-]+/facts', 'operators/[slug]/facts/page.tsx'),
  page('/operators/[a-z0-9-]+/guides', 'operators/[slug]/guides/page.tsx'),
  page('/operators/[a-z0-9-]+/questions', 'operators/[slug]/questions/page.tsx', list),
  page('/operators/[a-z0-9-]+/experiences', 'operators/[slug]/experiences/page.tsx', list),
  page('/facts/[a-z]+', 'facts/[chapter]/page.tsx'),
  page('/glossary', 'glossary/page.tsx'),
  page(`/about/(${documentNames.join('|')})`, 'about/[document]/page.tsx'),
  page('/questions', 'questions/page.tsx', list),
  page('/questions/ask', 'questions/ask/page.tsx', mine),
  page(`/questions/${id}(/[^/]*)?`, 'questions/[id]/page.tsx', {
    scripts: 'ours',
    isNamed: true,
    query: { after: /^-?\d{1,9}_\d{1,9}$/ },
  }),
  page('/experiences', 'experiences/page.tsx', list),
  page('/experiences/new', 'experiences/new/page.tsx', mine),
  page(`/experiences/${id}`, 'experiences/[id]/page.tsx', { scripts: 'ours' }),
  page(`/posts/${id}/mine`, 'posts/[id]/mine/page.tsx', mine),
  page('/sign-in', 'sign-in/page.tsx', { ...mine, scripts: 'ours' }),
  page('/sign-in/second', 'sign-in/second/page.tsx', { ...mine, scripts: 'ours' }),
  page('/sign-in/code', 'sign-in/code/page.tsx', mine),
  page('/sign-in/link/[^/]+', 'sign-in/link/[token]/page.tsx', mine),
  page('/sign-in/handle', 'sign-in/handle/page.tsx', mine),
  page('/me', 'me/page.tsx', mine),
  page('/me/inbox', 'me/inbox/page.tsx', mine),
  page('/me/notifications', 'me/notifications/page.tsx', { ...mine, scripts: 'ours' }),
  page('/follow', 'follow/page.tsx', mine),
  page('/unsubscribe', 'unsubscribe/page.tsx', mine),
  page('/me/sessions', 'me/sessions/page.tsx', mine),
  page('/me/second-step', 'me/second-step/page.tsx', { ...mine, scripts: 'ours' }),
  page('/me/second-step/app', 'me/second-step/app/page.tsx', mine),
  page('/me/profile', 'me/profile/page.tsx', mine),
  page('/me/reputation', 'me/reputation/page.tsx', mine),
  page('/me/abilities', 'me/abilities/page.tsx', mine),
  page('/badges', 'badges/page.tsx'),
  page('/me/ways-in', 'me/ways-in/page.tsx', mine),
  page('/me/ways-in/link/[^/]+', 'me/ways-in/link/[token]/page.tsx', mine),
  page('/me/data', 'me/data/page.tsx', mine),
  page('/me/data/erasure', 'me/data/erasure/page.tsx', mine),
  page(`/members/${handle}`, 'members/[handle]/page.tsx'),
  page(`/members/${handle}/mine`, 'members/[handle]/mine/page.tsx', mine),
  page('/admin', 'admin/page.tsx', mine),
  page('/admin/flairs', 'admin/flairs/page.tsx', mine),
  page('/admin/jobs', 'admin/jobs/page.tsx', mine),
  page('/admin/claim/[^/]+', 'admin/claim/[token]/page.tsx', mine),
  page('/how-we-check-facts', 'how-we-check-facts/page.tsx'),
  page('/search', 'search/page.tsx', mine),
  page('/feedback', 'feedback/page.tsx', { ...mine, scripts: 'framework' }),
  page('/feedback/received/[^/]+', 'feedback/received/[id]/page.tsx', mine),
  page('/missing', MISSING_FILE),
  page('/trouble', 'trouble/page.tsx'),
]

export type Served = { kind: PageKind; key: string; locale: Locale }

/** The page at this path, and the key under which it is kept: path and listed parameters, sorted. None for what is not a page. */
export function pageAt(pathname: string, search: string): Served | undefined {
  const locale = pathname.slice(1, 3)
  if (!isLocale(locale) || (pathname.length > 3 && pathname[3] !== '/')) return undefined
  const kind = pages.find(({ path }) => path.test(pathname))
  if (!kind) return { kind: missingKind, key: missingPath(locale), locale }
  return { kind, key: (kind.isNamed ? unnamed(pathname) : pathname) + listed(search, kind.query), locale }
}

// Made-up addresses share one rendering per language, so that a flood of them costs nothing.
const missingKind = page('/missing', MISSING_FILE)

// `/zh/questions/12/any-words` is `/zh/questions/12`.
function unnamed(pathname: string): string {
  return pathname.split('/').slice(0, 4).join('/')
}

function listed(search: string, query: PageKind['query']): string {
  if (!search) return ''
  const given = new URLSearchParams(search)
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, pattern]) => {
      const value = given.get(name)
      return value !== null && pattern.test(value) ? [[name, value]] : []
    }),
  )
  kept.sort()
  return kept.size > 0 ? `?${kept}` : ''
}
