import 'server-only'
import { env } from '../env'
import type { ProviderName } from './names'

/** A provider that this site offers: what its readers call it, and under which name it speaks of them. */
export type Provider = { name: ProviderName; title: string; issuer: string }

const GOOGLE = 'https://accounts.google.com'

/** The providers that the environment sets up, in the order of their buttons. */
export function configuredProviders(): Provider[] {
  const { AUTH_GOOGLE_ID, AUTH_GITHUB_ID, AUTH_GITHUB_URL, AUTH_APPLE_ID, AUTH_APPLE_ISSUER } = env()
  const { AUTH_OIDC_ISSUER, AUTH_OIDC_NAME } = env()
  return [
    ...(AUTH_OIDC_ISSUER
      ? [oneOf('oidc', AUTH_OIDC_NAME ?? new URL(AUTH_OIDC_ISSUER).hostname, AUTH_OIDC_ISSUER)]
      : []),
    ...(AUTH_GOOGLE_ID ? [oneOf('google', 'Google', GOOGLE)] : []),
    ...(AUTH_APPLE_ID ? [oneOf('apple', 'Apple', AUTH_APPLE_ISSUER)] : []),
    ...(AUTH_GITHUB_ID ? [oneOf('github', 'GitHub', AUTH_GITHUB_URL)] : []),
  ]
}

export function configured(name: ProviderName): Provider | undefined {
  return configuredProviders().find((one) => one.name === name)
}

/** What a way in of this kind is called; also of a provider that is no longer offered here. */
export function titleOf(name: ProviderName): string {
  const titles = { google: 'Google', github: 'GitHub', apple: 'Apple', oidc: env().AUTH_OIDC_NAME ?? 'OpenID' }
  return configured(name)?.title ?? titles[name]
}

/**
 * Whom a provider means: only with its issuer does its own number name anybody (OpenID Connect Core, section 2, `sub`). Another issuer
 * under the same name opens nobody's account.
 */
export function subjectOf({ issuer }: Provider, number: string): string {
  return `${issuer} ${number}`
}

function oneOf(name: ProviderName, title: string, issuer: string): Provider {
  return { name, title, issuer: issuer.replace(/\/$/, '') }
}
