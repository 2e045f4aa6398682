import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Account = { id: number; email: string | null; addresses: { email: string; primary: boolean; verified: boolean }[] }

/**
 * What GitHub does (docs.github.com, "Authorizing OAuth apps"; REST "Users", "Emails"), as far as we ask for it: no OpenID, a profile whose
 * address may be anything, and a list of addresses that says which are verified.
 */
export async function startGitHub(account: Account) {
  const challenges = new Map<string, string>()
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github.test')
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/login/oauth/authorize') {
      const code = `code-${challenges.size}`
      challenges.set(code, searchParams.get('code_challenge') ?? '')
      const back = new URL(searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString()
      return response.writeHead(302, { Location: back.href }).end()
    }
    if (pathname === '/login/oauth/access_token') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const sent = new URLSearchParams(Buffer.concat(chunks).toString())
      const code = sent.get('code') ?? ''
      const shown = createHash('sha256')
        .update(sent.get('code_verifier') ?? '')
        .digest('base64url')
      if (challenges.get(code) !== shown) return json({ error: 'bad_verification_code' }, 400)
      challenges.delete(code)
      return json({ access_token: 'token', token_type: 'bearer', scope: 'user:email' })
    }
    if (request.headers.authorization !== 'Bearer token') return json({}, 401)
    if (pathname === '/api/v3/user') return json({ id: account.id, login: 'synthetic', email: account.email })
    return pathname === '/api/v3/user/emails' ? json(account.addresses) : json({}, 404)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped()).closeAllConnections()),
  }
}
