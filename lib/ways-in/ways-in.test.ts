import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookieName, viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { newId } from '../ids'
import { makeMember, makeWaysIn } from '../testing/factories'
import { makeReachable } from '../testing/news'
import { offerProvider } from '../testing/provider'
import { askToSignIn, confirmWith, someAddressOf } from '../testing/sign-in'
import { someone, Visitor } from '../testing/visitor'
import { add, browserOf, codeOf, keysTo, lettersTo, prove, remove, waysOf } from '../testing/ways-in'

let provider: Awaited<ReturnType<typeof offerProvider>>

beforeAll(async () => {
  provider = await offerProvider()
})
afterAll(() => provider.stop())

test('whoever has not just proven who they are changes nothing', async () => {
  const member = await makeReachable()
  const [way] = await waysOf(member.id)
  await db().session.updateMany({
    where: { memberId: member.id },
    data: { startedAt: new Date(Date.now() - 16 * 60_000) },
  })
  const visitor = browserOf(member)

  expect(await codeOf(await add(member, someAddressOf()))).toBe('proveAgain')
  expect(await codeOf(await remove(member, way?.id ?? ''))).toBe('proveAgain')
  expect(await visitor.leave('oidc', { isLink: true })).toContain('again=1')
})

test('a provider is linked, opens the account from then on, and every address is told', async () => {
  const member = await makeReachable()
  const who = someone()
  const back = await browserOf(member).visit('oidc', who, { isLink: true })
  expect(back.headers.get('location')).toBe('/en/me/ways-in#added')
  expect(await lettersTo(member.address, 'wayChanged')).toMatchObject([
    { props: { change: 'added', way: '127.0.0.1' } },
  ])

  const visitor = new Visitor()
  await visitor.visit('oidc', who)
  expect(await viewerOf(visitor.cookies.get(sessionCookieName()))).toMatchObject({ id: member.id })
})

test('what a provider names is linked only for the member who left, and never taken from another', async () => {
  const [member, other] = [await makeReachable(), await makeReachable()]
  const who = someone()
  const visitor = browserOf(member)
  const answer = await visitor.signInThere(await visitor.leave('oidc', { isLink: true }), who)
  visitor.cookies.set(sessionCookieName(), other.token)
  await visitor.comeBack(answer)
  visitor.cookies.delete(sessionCookieName())
  await visitor.comeBack(answer)
  expect(await db().wayIn.count({ where: { subject: { contains: who } } })).toBe(0)

  await browserOf(member).visit('oidc', who, { isLink: true })
  const back = await browserOf(other).visit('oidc', who, { isLink: true })
  expect(back.headers.get('location')).toBe('/en/me/ways-in#refused')
  expect(await db().wayIn.findFirst({ where: { subject: { contains: who } } })).toMatchObject({ memberId: member.id })
})

test('a way that was taken away opens nothing more, also what was proven with it a moment ago, and it is told of that', async () => {
  const member = await makeReachable()
  const who = someone()
  await browserOf(member).visit('oidc', who, { isLink: true })
  const visitor = new Visitor()
  const answer = await visitor.signInThere(await visitor.leave('oidc'), who)
  const kept = new Map(visitor.cookies)
  await visitor.comeBack(answer)
  const [email, linked] = await waysOf(member.id)
  expect((await remove(member, linked?.id ?? '')).status).toBe(201)
  const again = new Visitor()
  for (const [name, value] of kept) again.cookies.set(name, value)
  await again.comeBack(answer)
  expect((await viewerOf(again.cookies.get(sessionCookieName()))).id).toBe(null)

  const second = someAddressOf()
  await add(member, second)
  await prove(member, { code: (await keysTo(second)).code })
  const { link, browser } = await askToSignIn(member.address)
  expect((await confirmWith({ link }, browser)).status).toBe(201)
  await remove(member, email?.id ?? '')
  expect((await confirmWith({ link }, browser)).status).toBe(410)
  expect((await lettersTo(member.address, 'wayChanged')).at(-1)).toMatchObject({
    props: { change: 'removed', way: member.address },
  })
  expect((await lettersTo(second, 'wayChanged')).at(-1)).toMatchObject({
    props: { change: 'removed', way: member.address },
  })
})

test('the last way in stays, and of two taken away at once one stays', async () => {
  for (let nth = 0; nth < 5; nth += 1) {
    const member = await makeMember()
    await makeWaysIn(member.id)
    const ways = await waysOf(member.id)
    const answers = await Promise.all(ways.map(({ id }) => remove(member, id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const [left] = await waysOf(member.id)
    expect(await codeOf(await remove(member, left?.id ?? ''))).toBe('lastWay')
  }
})

test('a provider that this site no longer offers is not counted as a way in', async () => {
  const member = await makeReachable()
  await db().wayIn.create({
    data: {
      id: newId(),
      memberId: member.id,
      kind: 'google',
      subject: 'https://accounts.google.com 1',
      addedAt: new Date(),
    },
  })
  const [email, google] = await waysOf(member.id)
  expect(await codeOf(await remove(member, email?.id ?? ''))).toBe('lastWay')
  expect((await remove(member, google?.id ?? '')).status).toBe(201)
})

test('a way in of somebody else does not exist', async () => {
  const [member, other] = [await makeReachable(), await makeMember()]
  expect((await remove(member, await makeWaysIn(other.id))).status).toBe(404)
})

test('whoever proves once more with a letter must be the same member too', async () => {
  const [member, other] = [await makeReachable(), await makeReachable()]
  const asked = await askToSignIn(other.address, { cookie: member.cookie })
  const answer = await confirmWith({ code: asked.code }, `${asked.browser}; ${member.cookie}`)
  expect([answer.status, await codeOf(answer)]).toEqual([403, 'otherMember'])
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(await viewerOf(member.token)).toMatchObject({ id: member.id })

  const stranger = await askToSignIn(someAddressOf(), { cookie: member.cookie })
  expect((await confirmWith({ code: stranger.code }, stranger.browser)).status).toBe(403)
  const same = await askToSignIn(member.address, { cookie: member.cookie })
  expect((await confirmWith({ code: same.code }, `${same.browser}; ${member.cookie}`)).status).toBe(201)
})
