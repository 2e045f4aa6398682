import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { draftOf } from '../door/draft'
import { offerProvider } from '../testing/provider'
import { newAccount, someAddressOf } from '../testing/sign-in'
import { joinedFrom, someone, Visitor, whoIs } from '../testing/visitor'

let provider: Awaited<ReturnType<typeof offerProvider>>

beforeAll(async () => {
  provider = await offerProvider()
})
afterAll(() => provider.stop())

/** Why the last thing of this browser was refused. */
async function reasonOf(visitor: Visitor, door = 'arrive') {
  const viewer = await whoIs(visitor)
  return (await draftOf(door, viewer.id === null ? guest : viewer, visitor.cookies.get('draft'), clock()))?.code
}

test('somebody new comes from the provider, chooses a handle, and signs in the same way the next time', async () => {
  const { who, handle, visitor, answer } = await joinedFrom('oidc')
  expect(answer.status).toBe(201)
  expect(await whoIs(visitor)).toMatchObject({ handle, role: 'member' })

  const again = new Visitor()
  const back = await again.visit('oidc', who, { onward: '/zh/questions/ask', locale: 'zh' })
  expect([back.status, back.headers.get('location')]).toEqual([303, '/zh/questions/ask'])
  expect(await whoIs(again)).toMatchObject({ handle })
})

test('of the provider only its name for somebody is kept: no address, no name, no token', async () => {
  const who = someone()
  const email = someAddressOf()
  provider.people.set(who, { email, email_verified: true })
  await joinedFrom('oidc', who)
  const ways = await db().wayIn.findMany({ where: { subject: `${provider.issuer} ${who}` } })

  expect(ways).toMatchObject([{ kind: 'oidc', address: null }])
  expect(await db().wayIn.count({ where: { address: email } })).toBe(0)
})

test('an address that the provider has not verified matches nothing: its owner keeps their account, the other gets one of their own', async () => {
  const owner = await newAccount()
  for (const email_verified of [false, undefined, 'true'] as const) {
    const who = someone()
    provider.people.set(who, { email: owner.email, ...(email_verified === undefined ? {} : { email_verified }) })
    const visitor = new Visitor()
    const back = await visitor.visit('oidc', who)
    expect(back.headers.get('location')).toBe('/en/sign-in/handle')
    expect(await whoIs(visitor)).toEqual(guest)
  }
})

test('a verified address that opens an account signs nobody in: it is said, and nothing is linked', async () => {
  const owner = await newAccount()
  const who = someone()
  provider.people.set(who, { email: owner.email.toUpperCase(), email_verified: true })
  const visitor = new Visitor()
  const back = await visitor.visit('oidc', who)

  expect(back.headers.get('location')).toBe('/en/sign-in#refused')
  expect(await reasonOf(visitor)).toBe('addressKnown')
  expect(await whoIs(visitor)).toEqual(guest)
  expect(await db().wayIn.count({ where: { subject: { contains: who } } })).toBe(0)
})

test('whoever goes back at the provider is told so, and a provider that fails is named as that', async () => {
  const cancelled = new Visitor()
  const back = await cancelled.visit('oidc', 'cancel', { onward: '/en/me/profile' })
  expect(back.headers.get('location')).toBe('/en/sign-in?next=%2Fen%2Fme%2Fprofile#refused')
  expect(await reasonOf(cancelled)).toBe('cancelled')

  const failed = new Visitor()
  provider.fail(true)
  await failed.visit('oidc', someone())
  provider.fail(false)
  expect(await reasonOf(failed)).toBe('providerFailed')
})

test('a state that nobody was given, one that was changed, and an answer without a code open nothing', async () => {
  const { who } = await joinedFrom('oidc')
  const changes: ((answer: URL) => void)[] = [
    (answer) => answer.searchParams.set('state', 'x'.repeat(43)),
    (answer) => answer.searchParams.set('state', `${answer.searchParams.get('state')}x`),
    (answer) => answer.searchParams.delete('state'),
    (answer) => answer.searchParams.delete('code'),
    (answer) => answer.searchParams.set('iss', 'https://other.example'),
  ]
  for (const change of changes) {
    const visitor = new Visitor()
    const answer = new URL(await visitor.signInThere(await visitor.leave('oidc'), who))
    change(answer)
    expect((await visitor.comeBack(answer.href)).headers.get('location')).toBe('/en/sign-in#refused')
    expect(await whoIs(visitor)).toEqual(guest)
  }
})

test('an answer opens nothing in a browser that did not leave, nor in one that left for something else', async () => {
  const { who } = await joinedFrom('oidc')
  const visitor = new Visitor()
  const answer = await visitor.signInThere(await visitor.leave('oidc'), who)
  const stranger = new Visitor()
  await stranger.comeBack(answer)
  expect(await whoIs(stranger)).toEqual(guest)

  const elsewhere = new Visitor()
  await elsewhere.leave('oidc')
  await elsewhere.comeBack(answer)
  expect(await whoIs(elsewhere)).toEqual(guest)
  // It was not used up by either.
  await visitor.comeBack(answer)
  expect(await whoIs(visitor)).not.toEqual(guest)
})

test('an answer is exchanged once, however often it comes; the same browser gets the same for a minute, and then nothing', async () => {
  const { who } = await joinedFrom('oidc')
  const visitor = new Visitor()
  const answer = await visitor.signInThere(await visitor.leave('oidc'), who)
  const before = new Map(visitor.cookies)
  const exchanges = provider.exchanges()
  const answered = Promise.withResolvers<void>()
  provider.hold(answered.promise)
  let others = 0
  const each = Array.from({ length: 10 }, () =>
    visitor.comeBack(answer).finally(() => {
      others += 1
      if (others === 9) answered.resolve()
    }),
  )
  await Promise.all(each)
  expect(provider.exchanges() - exchanges).toBe(1)
  expect(await whoIs(visitor)).not.toEqual(guest)

  const again = new Visitor()
  for (const [name, value] of before) again.cookies.set(name, value)
  expect((await again.comeBack(answer)).headers.get('location')).toBe('/en/me')
  holdClock(new Date(clock().getTime() + 61_000))
  const late = new Visitor()
  for (const [name, value] of before) late.cookies.set(name, value)
  expect((await late.comeBack(answer)).headers.get('location')).toBe('/en/sign-in#refused')
  holdClock(undefined)
})

test('whoever is signed in and proves once more must be the same member: another account opens nothing', async () => {
  const mine = await joinedFrom('oidc')
  const other = await joinedFrom('oidc')
  const back = await mine.visitor.visit('oidc', other.who, { onward: '/en/me/sessions' })
  expect(back.headers.get('location')).toBe('/en/sign-in?next=%2Fen%2Fme%2Fsessions#refused')
  expect(await reasonOf(mine.visitor)).toBe('otherMember')
  expect(await whoIs(mine.visitor)).toMatchObject({ handle: mine.handle })

  const stranger = await mine.visitor.visit('oidc', someone())
  expect(stranger.headers.get('location')).toBe('/en/sign-in#refused')
  const same = await mine.visitor.visit('oidc', mine.who, { onward: '/en/me/sessions' })
  expect(same.headers.get('location')).toBe('/en/me/sessions')
})
