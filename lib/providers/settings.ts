import 'server-only'
import { customFetch } from '@auth/core'
import type { Provider as AuthProvider } from '@auth/core/providers'
import { env } from '../env'
import { appleSecret } from './apple-secret'
import { type Provider, subjectOf } from './configured'
import { askWhoAtGitHub, type GitHubAnswer } from './github'
import { inTime } from './in-time'

/** What a provider says of somebody: its number, and an address that it says it has verified. */
type Claims = { sub?: unknown; email?: unknown; email_verified?: unknown }

const SCOPE = 'openid email'

/** How Auth.js is to speak with each provider. Made anew for each use: Auth.js writes into what it is given. */
export function settingsOf(provider: Provider): AuthProvider {
  const { issuer, name } = provider
  const common = { id: name, name: provider.title, issuer, profile: personOf(provider), [customFetch]: inTime }
  switch (name) {
    case 'google':
      return {
        ...common,
        ...keys(env().AUTH_GOOGLE_ID, env().AUTH_GOOGLE_SECRET),
        type: 'oidc',
        authorization: { params: { scope: SCOPE } },
        checks: ['pkce', 'state', 'nonce'],
      }
    case 'oidc':
      return {
        ...common,
        ...keys(env().AUTH_OIDC_ID, env().AUTH_OIDC_SECRET),
        type: 'oidc',
        authorization: { params: { scope: SCOPE } },
        checks: ['pkce', 'state', 'nonce'],
        // Where the address is, if a provider keeps to the letter (OpenID Connect Core, section 5.4).
        idToken: false,
      }
    case 'apple':
      return {
        ...common,
        ...keys(env().AUTH_APPLE_ID, appleSecret()),
        type: 'oidc',
        // Whoever asks Apple for an address gets the answer as a form (route.ts sends it on as an address of ours).
        authorization: { params: { scope: SCOPE, response_mode: 'form_post' } },
        checks: ['state', 'nonce'],
        client: { token_endpoint_auth_method: 'client_secret_post' },
        [customFetch]: withUserinfo,
      }
    case 'github':
      return {
        ...common,
        ...keys(env().AUTH_GITHUB_ID, env().AUTH_GITHUB_SECRET),
        type: 'oauth',
        issuer: `${issuer}/login/oauth`,
        authorization: { url: `${issuer}/login/oauth/authorize`, params: { scope: 'user:email' } },
        token: `${issuer}/login/oauth/access_token`,
        userinfo: { url: `${issuer}/user`, request: ({ tokens }: GitHubAnswer) => askWhoAtGitHub(issuer, tokens) },
        checks: ['pkce', 'state'],
      }
  }
}

/** An answer that names nobody is no answer: Auth.js would make up a number of its own. */
function personOf(provider: Provider) {
  return ({ sub, email, email_verified }: Claims) => {
    if (typeof sub !== 'string' || sub === '') throw new Error('the provider named nobody')
    const isVerified = email_verified === true || (provider.name === 'apple' && email_verified === 'true')
    return { id: subjectOf(provider, sub), email: isVerified && typeof email === 'string' ? email : null }
  }
}

function keys(clientId = '', clientSecret = '') {
  return { clientId, clientSecret }
}

// Auth.js wants every issuer to have one; Apple has none, and nothing asks it.
const withUserinfo: typeof fetch = async (address, options) => {
  const answer = await inTime(address, options)
  if (!String(address).endsWith('/.well-known/openid-configuration')) return answer
  const found = (await answer.json()) as Record<string, unknown>
  return Response.json({ userinfo_endpoint: `${env().AUTH_APPLE_ISSUER}/none`, ...found })
}
