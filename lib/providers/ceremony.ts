import 'server-only'
import { Auth, type AuthConfig, raw, skipCSRFCheck } from '@auth/core'
import { AuthError } from '@auth/core/errors'
import { setCookie } from '../cookies'
import { env } from '../env'
import { causeOf, log } from '../log'
import { Refusal } from '../refusal'
import { keyedHash } from '../secrets'
import { EmailAddress } from '../text/address'
import type { Provider } from './configured'
import { settingsOf } from './settings'

/** Who came back: whom the provider means, and an address only if the provider has verified it. */
export type Person = { subject: string; address: string | undefined }
export type Departure = { address: string; state: string; cookies: string[] }

/** Everything that a provider may put into its answer and that we hand on to Auth.js. */
export type ProviderAnswer = Partial<Record<'code' | 'state' | 'iss' | 'error', string>>

export const VISIT_MINUTES = 15 // Auth.js' own life of its three cookies
const BASE = '/api/auth'
// Auth.js' cookies of one visit: sealed, bound to the provider. It has others, for things that it does not do here.
const COOKIES = ['state', 'pkce.code_verifier', 'nonce'] as const
const WORD = /^[a-z_]{1,60}$/
const CANCELLED = ['access_denied', 'user_cancelled_authorize'] // RFC 6749, section 4.1.2.1; Apple's own word for it

/**
 * Where a browser must be sent to sign in at this provider, with Auth.js' state, PKCE and nonce. `isAgain`: somebody is to prove once
 * more who they are, so the provider shall ask them even if it knows them (only OpenID has a word for that). Refuses when the provider
 * cannot be reached.
 */
export async function depart(provider: Provider, { isAgain = false } = {}): Promise<Departure> {
  const address = addressOf(`/signin/${provider.name}`)
  if (isAgain && provider.name === 'oidc') address.searchParams.set('prompt', 'login')
  const asked = new Request(address, { method: 'POST' })
  const { redirect, cookies = [] } = await speak(provider, asked, config(provider))
  const state = redirect && URL.canParse(redirect) ? new URL(redirect).searchParams.get('state') : null
  if (!redirect || !state) throw new Refusal('providerFailed')
  const ours = cookies.filter(({ name }) => cookieNames().includes(name))
  return { address: redirect, state, cookies: ours.map(({ name, value }) => cookie(name, value, VISIT_MINUTES * 60)) }
}

/** Who came back with this answer. Auth.js compares state and nonce with the browser's cookies and exchanges the code, once. */
export async function identify(
  provider: Provider,
  answer: ProviderAnswer,
  cookieOf: (name: string) => string | undefined,
): Promise<Person> {
  let person: Person | undefined
  const callbacks: AuthConfig['callbacks'] = {
    // Here Auth.js would go on to make a session. Ours are made by our own verb, so it goes no further.
    signIn: ({ account, user }) => {
      if (account) person = { subject: account.providerAccountId, address: normalized(user.email) }
      return '/'
    },
  }
  const request = returned(provider, answer, cookieOf)
  await speak(provider, request, { ...config(provider), callbacks }, answer.error)
  if (!person) throw new Refusal('providerFailed')
  return person
}

/** Takes away what a visit left in the browser. */
export function noVisitCookies(): string[] {
  return cookieNames().map((name) => cookie(name, '', 0))
}

async function speak(provider: Provider, request: Request, settings: AuthConfig, said = '') {
  try {
    return await Auth(request, { ...settings, raw })
  } catch (error) {
    const type = error instanceof AuthError ? error.type : 'other'
    // The provider's own no, with its word for why: Auth.js has seen by the state that it answers us.
    if (type === 'OAuthCallbackError' && CANCELLED.includes(said)) throw new Refusal('cancelled')
    // A cookie that is missing, old, of another provider or not ours.
    if (type === 'InvalidCheck') throw new Refusal('signInEnded')
    log('warn', 'a provider could not be used', {
      provider: provider.name,
      type,
      said: WORD.exec(said)?.[0],
      ...causeOf(error),
    })
    throw new Refusal('providerFailed')
  }
}

function config(provider: Provider): AuthConfig {
  return {
    basePath: BASE,
    // Of all that Auth.js does only this is used: no session, no page and no token of its own.
    providers: [settingsOf(provider)],
    secret: keyedHash('auth.js', 'cookies of a visit'),
    trustHost: true, // the address is made here, from PUBLIC_URL
    useSecureCookies: env().isHttps,
    skipCSRFCheck, // the door has looked at the origin
    logger: { error: () => {}, warn: () => {}, debug: () => {} }, // what went wrong is logged in `speak`, without data
  }
}

// Apple answers with a form, and Auth.js looks for it there; by now the answer has come to us as an address (route.ts).
function returned(provider: Provider, answer: ProviderAnswer, cookieOf: (name: string) => string | undefined) {
  const address = addressOf(`/callback/${provider.name}`)
  const given = cookieNames().flatMap((name) => {
    const value = cookieOf(name)
    return value ? [`${name}=${value}`] : []
  })
  const headers = { Cookie: given.join('; ') }
  const body = new URLSearchParams(Object.entries(answer).filter(([, value]) => value !== undefined))
  if (provider.name === 'apple') return new Request(address, { method: 'POST', headers, body })
  address.search = body.toString()
  return new Request(address, { headers })
}

function cookieNames(): string[] {
  return COOKIES.map((name) => `${env().isHttps ? '__Secure-' : ''}authjs.${name}`)
}

function cookie(name: string, value: string, maxAgeSeconds: number): string {
  return setCookie(name, value, { isSecure: env().isHttps, maxAgeSeconds })
}

function addressOf(path: string): URL {
  return new URL(`${BASE}${path}`, env().publicUrl)
}

function normalized(address: unknown): string | undefined {
  const read = EmailAddress.safeParse(address)
  return read.success ? read.data : undefined
}
