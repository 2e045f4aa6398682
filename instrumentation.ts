import type { Instrumentation } from 'next'
import { causeOf, log } from './lib/log'

/** Whatever fails inside Next is said in the log: what kind of thing and of which address pattern, never whose. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) => {
  log('error', `a ${routeType} failed`, { ...causeOf(error), pattern: routePath })
}
