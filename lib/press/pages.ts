import { isLocale, type Locale, locales } from '../i18n/locales'
import { missingPath } from '../paths'

/**
 * How each kind of page is served. Public pages are the same for everyone and are kept; private ones are finished but never kept.
 * `query` lists the parameters that a public page answers to, all others are dropped. `scripts: false` sends no script at all:
 * a page gets the framework when it gets its first island. Every page.tsx has a row here (pages.test.ts).
 */
type PageKind = { path: RegExp; file: string; isPublic: boolean; query: readonly string[]; scripts: boolean }

const anyLocale = `/(${locales.join('|')})`
const page = (path: string, file: string, kind: Partial<PageKind> = {}): PageKind => ({
  path: new RegExp(`^${anyLocale}${path}$`),
  file,
  isPublic: true,
  query: [],
  scripts: false,
  ...kind,
})
const mine = { isPublic: false }

export const pages: readonly PageKind[] = [
  page('', 'page.tsx'),
  page('/how-we-check-facts', 'how-we-check-facts/page.tsx'),
  page('/search', 'search/page.tsx', mine),
  page('/feedback', 'feedback/page.tsx', { ...mine, scripts: true }),
  page('/feedback/received/[^/]+', 'feedback/received/[id]/page.tsx', mine),
  page('/missing', 'missing/page.tsx'),
  page('/trouble', 'trouble/page.tsx'),
]

export type Served = { kind: PageKind; key: string; locale: Locale }

/** The page at this path, and the key under which it is kept: path and listed parameters, sorted. None for what is not a page. */
export function pageAt(pathname: string, search: string): Served | undefined {
  const locale = pathname.slice(1, 3)
  if (!isLocale(locale) || (pathname.length > 3 && pathname[3] !== '/')) return undefined
  const kind = pages.find(({ path }) => path.test(pathname))
  if (!kind) return { kind: missingKind, key: missingPath(locale), locale }
  return { kind, key: pathname + listed(search, kind.query), locale }
}

// Made-up addresses share one rendering per language, so that a flood of them costs nothing.
const missingKind = page('/missing', 'missing/page.tsx')

function listed(search: string, names: readonly string[]): string {
  if (!search || names.length === 0) return ''
  const given = new URLSearchParams(search)
  const kept = new URLSearchParams(
    names.flatMap((name) => {
      const value = given.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  kept.sort()
  return kept.size > 0 ? `?${kept}` : ''
}
