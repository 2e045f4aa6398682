import createMiddleware from 'next-intl/middleware'
import { routing } from '@/lib/i18n/routing'

/** Sends an address without a language to the reader's own. It authorizes nothing. */
export const proxy = createMiddleware(routing)

export const config = {
  matcher: '/((?!api/|_next/|zh(?:/|$)|en(?:/|$)|fr(?:/|$)|nl(?:/|$)|healthz$|readyz$|metrics$|.*\\..*).*)',
}
