import { expect, test } from 'vitest'
import { sessionCookieName, viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { locales } from '../i18n/locales'
import { written } from '../mail/written'
import { makeReachable } from '../testing/news'
import { askToSignIn, confirmWith, cookieNamed, someAddressOf } from '../testing/sign-in'
import { add, codeOf, keysTo, lettersTo, prove, waysOf } from '../testing/ways-in'

test('an address is added with the code or the link of its letter, opens the account from then on, and the others are told', async () => {
  const member = await makeReachable('nl')
  await db().reach.create({ data: { memberId: member.id, choseLocale: true } })
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
