import 'server-only'
import { z } from 'zod'
import { inTime } from './in-time'

export type GitHubAnswer = { tokens: { access_token?: string | undefined } }

const User = z.object({ id: z.number().int().positive() })
const Addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))

/**
 * GitHub is no OpenID provider: who it is, and which of their addresses are verified, are two questions. The address on a profile may
 * be anything, so only the list counts.
 */
export async function askWhoAtGitHub(issuer: string, { access_token = '' }: GitHubAnswer['tokens']) {
  const api = issuer === 'https://github.com' ? 'https://api.github.com' : `${issuer}/api/v3`
  const ask = async (path: string) => {
    const answer = await inTime(`${api}${path}`, {
      headers: {
        Authorization: `Bearer ${access_token}`,
        Accept: 'application/vnd.github+json',
        'User-Agent': 'xuxin',
      },
    })
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`)
    return answer.json()
  }
  const { id } = User.parse(await ask('/user'))
  const address = Addresses.parse(await ask('/user/emails')).find(({ primary, verified }) => primary && verified)
  return { sub: String(id), email: address?.email, email_verified: address !== undefined }
}
