import { expect, test } from 'vitest'
import { POST as confirm } from '@/app/api/v1/sign-in/confirmations/route'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { confirmDoor } from '../doors'
import { locales } from '../i18n/locales'
import { opened } from '../mail/post'
import { written } from '../mail/written'
import { formRequest } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, newAccount } from '../testing/sign-in'
import { DEVICE_DAYS, SESSIONS_MAX } from './schema'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1'
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const DAY_MS = 86_400_000

const warnings = async (email: string) =>
  (await db().letter.findMany({ where: { template: 'newDevice' }, orderBy: { id: 'asc' } }))
    .map((row) => opened(row))
    .filter((letter) => letter?.to === email)

async function signIn(email: string, agent: string, locale = 'zh') {
  const { code, browser } = await askToSignIn(email)
  const headers = { 'User-Agent': agent }
  return confirm(formRequest(confirmDoor, { locale, code }, { cookie: browser, headers }))
}

test('the first sign-in ever writes no letter, a known device none, another kind of device one', async () => {
  const { email } = await newAccount()
  expect(await warnings(email)).toHaveLength(0)
  await signIn(email, LINUX)
  expect(await warnings(email)).toHaveLength(1)
  await signIn(email, LINUX.replaceAll('140', '150'))
  expect(await warnings(email)).toHaveLength(1)
  await signIn(email, IPHONE)
  expect(await warnings(email)).toMatchObject([
    { props: { browser: 'Firefox', system: 'Linux' } },
    { props: { browser: 'Safari', system: 'iOS' } },
  ])
})

test('the letter is in the language of a device that the member is known to use, not in that of the new one', async () => {
  const { email } = await newAccount()
  await signIn(email, LINUX, 'nl')
  await signIn(email, LINUX, 'nl')
  await signIn(email, IPHONE, 'fr')
  expect((await warnings(email)).at(-1)?.locale).toBe('nl')
})

test('a device is forgotten a while after the last sign-in with it', async () => {
  const began = clock().getTime()
  holdClock(new Date(began))
  const { email } = await newAccount()
  await signIn(email, LINUX)
  holdClock(new Date(began + DEVICE_DAYS * DAY_MS - 1))
  await signIn(email, LINUX)
  expect(await warnings(email)).toHaveLength(1)
  holdClock(new Date(began + 2 * DEVICE_DAYS * DAY_MS))
  await signIn(email, LINUX)
  holdClock(undefined)
  expect(await warnings(email)).toHaveLength(2)
})

test('the letter says when, with what and what to do, in each language, and holds no key', async () => {
  for (const locale of locales) {
    const props = { browser: 'Firefox', system: 'Linux', at: '2026-11-21T13:00:00.000Z' }
    const { subject, text, html } = await written({ to: 'x@example.org', locale, template: 'newDevice', props })
    expect(subject).not.toBe('')
    for (const part of [text, html]) {
      expect(part).toContain('Firefox · Linux')
      expect(part).toMatch(/14[:.]00/) // in Brussels
      expect(part).toContain(`http://portal.test:3000/${locale}/me/sessions`)
    }
    expect(html).not.toMatch(/<img|<link|<script|src=|[\w-]{43}/i)
  }
})

test('of the header that a browser sends nothing is stored but the two families', async () => {
  const { email } = await newAccount()
  await signIn(email, `${LINUX} my-own-extension/3.7`)
  const rows = JSON.stringify([await db().session.findMany(), await db().knownDevice.findMany()])
  expect(rows).toContain('Firefox')
  expect(rows).not.toMatch(/Mozilla|140\.0|extension/)
})

test('signing in again replaces the session of this browser, and the eleventh ends the one least used', async () => {
  const { email, session } = await newAccount()
  const again = await askToSignIn(email)
  const fresh = cookieNamed(
    await confirmWith({ code: again.code }, `${again.browser}; ${session}`),
    'authjs.session-token',
  )
  const way = await db().wayIn.findFirstOrThrow({ where: { address: email } })
  const count = () => db().session.count({ where: { memberId: way.memberId } })
  expect([fresh !== '' && fresh !== session, await count()]).toEqual([true, 1])

  for (let nth = 0; nth < SESSIONS_MAX; nth += 1) {
    await signIn(email, LINUX)
    await db().rateLimit.deleteMany()
  }
  expect(await count()).toBe(SESSIONS_MAX)
})
