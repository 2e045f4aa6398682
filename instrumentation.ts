import type { Instrumentation } from 'next'
import { causeOf, log } from './lib/log'

/** Whatever fails while Next makes a page is said in the log: which kind of page, never whose. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath }) => {
  log('error', 'a page failed', { ...causeOf(error), page: routePath })
}
