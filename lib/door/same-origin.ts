/**
 * Did one of our own pages send this? `Sec-Fetch-Site` when the browser says it, else `Origin`, which must be ours: `null`, a
 * foreign one and none at all are refused (security.md 1.2, CVE-2026-27978).
 */
export function isSameOrigin(headers: Headers, ours: URL): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  return headers.get('origin') === ours.origin
}
