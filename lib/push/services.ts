import { env } from '../env'

// Where browsers have pushes sent: Google (Chrome and its kin), Mozilla and Apple. Those of Microsoft (Edge) have names of their own.
const HOSTS = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com']
const MICROSOFT = /^[a-z0-9-]+\.notify\.windows\.com$/

/**
 * Is this the address of a push service? A browser names it, so anybody can name any: only the hosts of the browsers' makers, by https
 * on its own port, and one that the host of this site has named. Compared as it will be called (security.md, finding 8), and only in the
 * one spelling in which every parser reads the same.
 */
export function isPushService(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  if (url.href !== address || url.username || url.password) return false
  if (url.origin === ownOrigin()) return true
  if (url.protocol !== 'https:' || url.port !== '') return false
  return HOSTS.includes(url.hostname) || MICROSOFT.test(url.hostname)
}

function ownOrigin(): string | undefined {
  const { PUSH_ORIGIN } = env()
  return PUSH_ORIGIN && new URL(PUSH_ORIGIN).origin
}
