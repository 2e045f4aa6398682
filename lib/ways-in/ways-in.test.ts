import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST as confirmDoorway } from '@/app/api/v1/ways-in/confirmations/route'
import { POST as removeDoorway } from '@/app/api/v1/ways-in/removals/route'
import { POST as addDoorway } from '@/app/api/v1/ways-in/route'
import { sessionCookieName, viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { forgetEnv } from '../env'
import { locales } from '../i18n/locales'
import { newId } from '../ids'
import { type Letter, opened } from '../mail/post'
import { written } from '../mail/written'
import { newAddressConfirmationsDoor, returnPath, wayRemovalsDoor, waysInDoor } from '../paths'
import { makeMember, makeWaysIn, type TestMember } from '../testing/factories'
import { makeReachable } from '../testing/news'
import { startProvider } from '../testing/provider'
import { jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, someAddressOf } from '../testing/sign-in'
import { Visitor } from '../testing/visitor'

let provider: Awaited<ReturnType<typeof startProvider>>

beforeAll(async () => {
  provider = await startProvider({ redirects: [`http://portal.test:3000${returnPath('oidc')}`] })
  process.env.AUTH_OIDC_ISSUER = provider.issuer
  process.env.AUTH_OIDC_ID = 'portal'
  process.env.AUTH_OIDC_SECRET = 'a secret between the two'
  forgetEnv()
})
afterAll(() => provider.stop())

const someone = () => `somebody-${newId().slice(-12)}`
const add = ({ cookie }: TestMember, email: string) => addDoorway(jsonRequest(waysInDoor, { email }, { cookie }))
const prove = ({ cookie }: TestMember, proof: { code?: string; link?: string }) =>
  confirmDoorway(jsonRequest(newAddressConfirmationsDoor, proof, { cookie }))
const remove = ({ cookie }: TestMember, way: string) => removeDoorway(jsonRequest(wayRemovalsDoor, { way }, { cookie }))
const waysOf = (memberId: string) => db().wayIn.findMany({ where: { memberId }, orderBy: { addedAt: 'asc' } })
const codeOf = async (answer: Response) => ((await answer.json()) as { refusal?: { code: string } }).refusal?.code

async function lettersTo(address: string, template: Letter['template']): Promise<Letter[]> {
  const rows = await db().letter.findMany({ where: { template }, orderBy: { id: 'asc' } })
  return rows.flatMap((row) => opened(row) ?? []).filter(({ to }) => to === address)
}

async function keysTo(address: string) {
  const letter = (await lettersTo(address, 'newAddress')).at(-1)
  return letter?.template === 'newAddress' ? letter.props : { link: '', code: '' }
}

/** A browser in which this member is signed in. */
function browserOf(member: TestMember): Visitor {
  const visitor = new Visitor()
  visitor.cookies.set(sessionCookieName(), member.token)
  return visitor
}

test('an address is added with the code or the link of its letter, opens the account from then on, and the others are told', async () => {
  const member = await makeReachable('nl')
  for (const by of ['code', 'link'] as const) {
    const email = someAddressOf()
    expect((await add(member, email)).status).toBe(201)
    expect((await prove(member, { [by]: (await keysTo(email))[by] })).status).toBe(201)
    const { code, browser } = await askToSignIn(email)
    const session = cookieNamed(await confirmWith({ code }, browser), sessionCookieName())
    expect(await viewerOf(session.split('=')[1])).toMatchObject({ id: member.id })
    expect((await lettersTo(member.address, 'wayChanged')).at(-1)).toMatchObject({
      locale: 'nl',
      props: { change: 'added', way: email },
    })
    expect(
      await lettersTo(email, 'wayChanged').then((all) =>
        all.filter(({ props }) => 'way' in props && props.way === email),
      ),
    ).toEqual([])
  }
})

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

test('to ask for an address that opens another account looks the same, and whoever reads its letters cannot take it over', async () => {
  const owner = await makeReachable()
  const member = await makeReachable()
  const [taken, free] = [await add(member, owner.address), await add(await makeReachable(), someAddressOf())]
  expect([taken.status, taken.headers.get('location')]).toEqual([free.status, free.headers.get('location')])

  const { code } = await keysTo(owner.address)
  expect(await codeOf(await prove(member, { code }))).toBe('wayTaken')
  expect((await waysOf(owner.id)).map(({ address }) => address)).toEqual([owner.address])
})

test('the keys of one member are worth nothing to another, after ten minutes, or twice', async () => {
  const [member, other] = [await makeReachable(), await makeReachable()]
  const email = someAddressOf()
  await add(member, email)
  const { code, link } = await keysTo(email)
  for (const proof of [{ code }, { link }]) expect((await prove(other, proof)).status).toBe(410)
  await add(other, someAddressOf())
  expect((await prove(other, { link })).status).toBe(410)
  // They open no session either.
  expect((await confirmWith({ link, code })).status).toBe(410)

  holdClock(new Date(clock().getTime() + 10 * 60_000 + 1))
  expect((await prove(member, { link })).status).toBe(410)
  holdClock(undefined)
  expect((await prove(member, { code })).status).toBe(201)
  expect((await prove(member, { link })).status).toBe(410)
})

test('a hundred guesses at once are five, and then even the right code is too late', async () => {
  const member = await makeReachable()
  const email = someAddressOf()
  await add(member, email)
  const { code } = await keysTo(email)
  const wrong = Array.from({ length: 20 }, (_, nth) => String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0'))
  const answers = await Promise.all(wrong.map((guess) => prove(member, { code: guess })))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  expect((await prove(member, { code })).status).toBe(410)
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
  await remove(member, email?.id ?? '')
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

test('the letters of both kinds say what and how, in each language, and hold no key but their own', async () => {
  for (const locale of locales) {
    const to = { to: 'x@example.org', locale }
    const at = '2026-11-21T13:00:00.000Z'
    const changed = await written({
      ...to,
      template: 'wayChanged',
      props: { change: 'removed', way: 'a@example.org', at },
    })
    const asked = { link: 'L'.repeat(43), code: '012345', minutes: 10, handle: 'synthetic' }
    const added = await written({ ...to, template: 'newAddress', props: asked })
    for (const part of [changed.text, changed.html]) {
      expect(part).toContain('a@example.org')
      expect(part).toContain(`http://portal.test:3000/${locale}/me/ways-in`)
      expect(part).toMatch(/14[:.]00/) // in Brussels
    }
    for (const part of [added.text, added.html]) {
      expect(part).toContain(`http://portal.test:3000/${locale}/me/ways-in/link/${asked.link}`)
      for (const word of ['012345', 'synthetic']) expect(part).toContain(word)
    }
    for (const { html } of [changed, added]) expect(html).not.toMatch(/<img|<link|<script|src=/i)
    expect(changed.text).not.toMatch(/[\w-]{43}/)
  }
})
