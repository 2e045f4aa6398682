/** Reads one cookie from a `Cookie` header (RFC 6265, section 5.4). */
export function cookieFrom(header: string | null, name: string): string | undefined {
  const pair = header?.split(';').find((part) => part.trimStart().startsWith(`${name}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}

type CookieOptions = {
  isSecure: boolean
  /** Seconds; without it the cookie ends with the browser. Zero takes it away. */
  maxAgeSeconds?: number
  /** For a mark that says nothing secret. */
  isForScripts?: boolean
}

/** A cookie that other sites cannot send and scripts cannot read. */
export function setCookie(
  name: string,
  value: string,
  { isSecure, maxAgeSeconds, isForScripts = false }: CookieOptions,
): string {
  const life = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`
  return `${name}=${value}; Path=/${life}${isForScripts ? '' : '; HttpOnly'}; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
