import type { IncomingMessage } from 'node:http'
import proxyAddr from 'proxy-addr'

/** `isDirect`: nobody passed the request on, so that "from this machine" can be believed. */
export type Client = { address: string; isDirect: boolean }

/** Whose request this is: the socket's address, or the first one in `X-Forwarded-For` that is not one of our proxies. */
export function clientFinder(trustedProxies: string): (request: IncomingMessage) => Client {
  const trusted = trustedProxies
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const trust = proxyAddr.compile(trusted)
  return (request) => ({
    address: proxyAddr(request, trust) ?? '',
    isDirect: !('x-forwarded-for' in request.headers || 'forwarded' in request.headers || 'via' in request.headers),
  })
}
