import { createVerify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { returnPath } from '../doors'
import { env, forgetEnv } from '../env'

/** Somebody who has an account at the provider. */
export type Somebody = { email?: string; email_verified?: boolean | string }

type Options = {
  redirects: readonly string[]
  /** As Apple does it: the client's secret is a token signed with this key, and the address is in the token of identity. */
  appleKey?: string
}

/** One that the portal of this test file offers as `oidc`. */
export async function offerProvider() {
  const provider = await startProvider({ redirects: [new URL(returnPath('oidc'), env().publicUrl).href] })
  const offer = () => {
    Object.assign(process.env, { AUTH_OIDC_ISSUER: provider.issuer, AUTH_OIDC_ID: 'portal', AUTH_OIDC_SECRET: SECRET })
    forgetEnv()
  }
  offer()
  return { ...provider, offer }
}

const SECRET = 'a secret between the two'

/**
 * A real OpenID provider on this machine (oidc-provider). Its page asks who one is, and has a button that goes back without saying so.
 * `people` are its accounts, `fail` breaks its next exchanges.
 */
export async function startProvider({ redirects, appleKey }: Options) {
  const people = new Map<string, Somebody>()
  let provider: Provider | undefined
  let isFailing = false
  let exchanges = 0
  let held: Promise<unknown> | undefined
  const server = createServer(async (request, response) => {
    if (!provider) return void response.writeHead(503).end()
    if (request.url?.startsWith('/interaction/')) return void interact(provider, request, response)
    if (request.url === '/token') {
      exchanges += 1
      await held
      if (isFailing) return void response.writeHead(500).end('broken')
      if (appleKey) Object.assign(request, { body: withSecret(await bodyOf(request), appleKey) })
    }
    return void provider.callback()(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'portal',
        client_secret: SECRET,
        redirect_uris: [...redirects],
        ...(appleKey ? { token_endpoint_auth_method: 'client_secret_post' as const } : {}),
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !appleKey,
    pkce: { required: () => !appleKey },
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...people.get(sub) }) as { sub: string },
    }),
    // Whoever signs in agrees: what is tried here is the way back to us.
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const owner = { clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' }
      const grant = new (provider as Provider).Grant(owner)
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 600, Session: 600 },
  })
  return {
    issuer,
    people,
    exchanges: () => exchanges,
    /** Exchanges nothing before this is settled. */
    hold: (until: Promise<unknown>) => {
      held = until
    },
    fail: (does: boolean) => {
      isFailing = does
    },
    stop: () => new Promise<void>((stopped) => server.close(() => stopped()).closeAllConnections()),
  }
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    return response.end(
      '<!doctype html><html lang="en"><title>Provider</title><form method="post"><label>Who are you? <input name="who"></label><button>Go on</button><button name="cancel" value="1">Cancel</button></form></html>',
    )
  }
  const sent = await bodyOf(request)
  const result = sent.get('cancel')
    ? { error: 'access_denied', error_description: 'they went back' }
    : { login: { accountId: sent.get('who') ?? '', remember: false } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

// Whoever holds the key that belongs to it may have the secret that the library compares.
function withSecret(sent: URLSearchParams, publicKey: string): string {
  const [head = '', claims = '', signature = ''] = (sent.get('client_secret') ?? '').split('.')
  const verifier = createVerify('sha256').update(`${head}.${claims}`)
  const isRight = verifier.verify({ key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  sent.set('client_secret', isRight ? SECRET : 'wrong')
  return sent.toString()
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
