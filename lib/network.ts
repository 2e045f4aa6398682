import 'server-only'
import ipaddr from 'ipaddr.js'
import { CLIENT_ADDRESS_HEADER, CLIENT_DIRECT_HEADER } from './network-headers'
import { keyedHash } from './secrets'

const IPV6_NETWORK_BITS = 64 // One household or phone gets a /64 (Mastodon counts the same way, security.md 1.1).

/** The caller's network as a keyed hash: the only form in which an address is ever stored. */
export function networkHash(headers: Headers): string {
  return keyedHash('network', networkOf(headers.get(CLIENT_ADDRESS_HEADER) ?? ''))
}

export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_NETWORK_BITS}`)}/${IPV6_NETWORK_BITS}`
}

/** Does this come from this very machine, not through a proxy on it? */
export function isLoopback(headers: Headers): boolean {
  const address = headers.get(CLIENT_ADDRESS_HEADER) ?? ''
  return headers.has(CLIENT_DIRECT_HEADER) && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
