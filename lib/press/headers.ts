import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** Headers of every answer (design, section 6; security.md G25). HSTS only where the site is on https. */
export function securityHeaders({ isHttps }: { isHttps: boolean }): OutgoingHttpHeaders {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** `scripts` are the hashes of the page's own inline scripts; `none` where a page has no script at all. */
export function contentSecurityPolicy(scripts: 'none' | readonly string[]): string {
  const allowed = scripts === 'none' ? "'none'" : ["'self'", ...scripts.map((hash) => `'${hash}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${allowed}`,
    ...(scripts === 'none' ? [] : ["worker-src 'self'"]),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// What Next, a proxy in front or we ourselves use among each other; from outside it is a trick (security.md 1.2).
const INTERNAL =
  /^(x-middleware-|x-nextjs-|x-now-|x-invoke-|x-matched-path|x-client-|x-forwarded-|next-resume|next-action|content-security-policy)/

/** Removes what no reader may tell us, in place. */
export function dropInternalHeaders(headers: IncomingHttpHeaders) {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name]
}
