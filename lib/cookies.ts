/** Reads one cookie from a `Cookie` header (RFC 6265, section 5.4). */
export function cookieFrom(header: string | null, name: string): string | undefined {
  const pair = header?.split(';').find((part) => part.trimStart().startsWith(`${name}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim()
}

/** A cookie that scripts cannot read and other sites cannot send, for as long as the browser is open. */
export function setCookie(name: string, value: string, { isSecure }: { isSecure: boolean }): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
}
