import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db'
import { forgetEnv } from '../env'
import { newId } from '../ids'
import { offerProvider } from '../testing/provider'
import { joinedFrom, Visitor, whoIs } from '../testing/visitor'

let provider: Awaited<ReturnType<typeof offerProvider>>

beforeAll(async () => {
  provider = await offerProvider()
})
afterAll(() => provider.stop())

test('where somebody wanted to go is a page of ours, or nothing', async () => {
  const { who } = await joinedFrom('oidc')
  for (const onward of ['//evil.example/x', 'https://evil.example', '/\\evil.example'])
    expect((await new Visitor().visit('oidc', who, { onward })).headers.get('location')).toBe('/en/me')
})

test('the answer goes to the public address, with a state, a nonce and a PKCE challenge of this visit', async () => {
  const [one, two] = await Promise.all([new Visitor().leave('oidc'), new Visitor().leave('oidc')])
  const asked = new URL(one).searchParams
  expect(asked.get('redirect_uri')).toBe('http://portal.test:3000/api/auth/callback/oidc')
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(asked.get(name)?.length).toBeGreaterThan(40)
    expect(asked.get(name)).not.toBe(new URL(two).searchParams.get(name))
  }
})

test('a suspended member signs in as with a letter, and stays suspended', async () => {
  const { who, visitor } = await joinedFrom('oidc')
  const { id } = await whoIs(visitor)
  await db().suspension.create({
    data: { id: newId(), memberId: id ?? '', reason: 'synthetic', startedAt: new Date() },
  })
  const again = new Visitor()
  await again.visit('oidc', who)
  expect(await whoIs(again)).toMatchObject({ id, isSuspended: true })
})

test('another issuer under the same name opens nobody’s account', async () => {
  const { who } = await joinedFrom('oidc')
  const other = await offerProvider()
  const visitor = new Visitor()
  const back = await visitor.visit('oidc', who)
  provider.offer()
  await other.stop()
  expect(back.headers.get('location')).toBe('/en/sign-in/handle')
})

test('whoever proves once more is asked by the provider, even if it knows them', async () => {
  const { visitor } = await joinedFrom('oidc')
  expect(new URL(await visitor.leave('oidc')).searchParams.get('prompt')).toBe('login')
  expect(new URL(await new Visitor().leave('oidc')).searchParams.get('prompt')).toBe(null)
})

test('a provider that cannot be reached, and one that is not offered, are said before anybody leaves', async () => {
  process.env.AUTH_OIDC_ISSUER = 'http://127.0.0.1:9'
  forgetEnv()
  expect(await new Visitor().leave('oidc')).toBe('refused: /en/sign-in#refused')
  provider.offer()
  expect(await new Visitor().leave('google')).toBe('refused: /en/sign-in#refused')
})
