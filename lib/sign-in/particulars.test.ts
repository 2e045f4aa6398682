import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { POST as returnByForm } from '@/app/api/auth/[...nextauth]/route'
import { returnPath } from '../doors'
import { forgetEnv } from '../env'
import { configuredProviders } from '../providers/configured'
import { startGitHub } from '../testing/github'
import { startProvider } from '../testing/provider'
import { newAccount, someAddressOf } from '../testing/sign-in'
import { Visitor } from '../testing/visitor'

// What is particular to GitHub and to Apple, each against what they do.

test('GitHub: the address on a profile counts for nothing; only the primary one that the list calls verified does', async () => {
  const { email } = await newAccount()
  const gitHub = await startGitHub({ id: 7, email, addresses: [{ email, primary: true, verified: false }] })
  process.env.AUTH_GITHUB_URL = gitHub.url
  forgetEnv()
  const visit = async () => (await new Visitor().visit('github', 'whoever')).headers.get('location')

  expect(await visit()).toBe('/en/sign-in/handle')
  gitHub.account.addresses = [
    { email, primary: false, verified: true },
    { email: someAddressOf(), primary: true, verified: true },
  ]
  expect(await visit()).toBe('/en/sign-in/handle')
  gitHub.account.addresses = [{ email, primary: true, verified: true }]
  expect(await visit()).toBe('/en/sign-in#refused')
  await gitHub.stop()
})

test('Apple: its answer comes as a form, is sent on as a read of ours, and its secret is signed anew with the host’s key', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const apple = await startProvider({
    redirects: [`http://portal.test:3000${returnPath('apple')}`],
    appleKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  })
  process.env.AUTH_APPLE_ISSUER = apple.issuer
  process.env.AUTH_APPLE_ID = 'portal'
  process.env.AUTH_APPLE_TEAM = 'TEAM'
  process.env.AUTH_APPLE_KEY_ID = 'KEY'
  process.env.AUTH_APPLE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().replaceAll('\n', '\\n')
  forgetEnv()
  const { email } = await newAccount()
  apple.people.set('known', { email, email_verified: 'true' })
  apple.people.set('unverified', { email, email_verified: 'false' })

  for (const [who, leadsTo] of [
    ['new', '/en/sign-in/handle'],
    ['known', '/en/sign-in#refused'],
    ['unverified', '/en/sign-in/handle'],
  ] as const) {
    const visitor = new Visitor()
    const left = await visitor.leave('apple')
    expect(new URL(left).searchParams.get('response_mode')).toBe('form_post')
    const form = new URL(await visitor.signInThere(left, who))
    // Without a cookie of ours, as from another site.
    const sentOn = await returnByForm(
      new Request(form.origin + form.pathname, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'cross-site' },
        body: form.search.slice(1),
      }),
    )
    expect(sentOn.status).toBe(303)
    const back = await visitor.comeBack(new URL(sentOn.headers.get('location') ?? '', form).href)
    expect(back.headers.get('location'), who).toBe(leadsTo)
  }
  await apple.stop()
})

test('the cookies of a visit are Lax, so that they come with the way back and with nothing else', async () => {
  const visitor = new Visitor()
  const set: string[] = []
  visitor.keep = (answer) => void set.push(...answer.headers.getSetCookie())
  await visitor.leave('github')
  expect(set.length).toBeGreaterThan(1)
  for (const cookie of set) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/)
})

test('only providers that the environment sets up are offered', () => {
  expect(configuredProviders().map(({ name }) => name)).toEqual(['apple', 'github'])
})
