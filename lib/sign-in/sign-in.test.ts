import { expect, test } from 'vitest'
import { viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { jsonRequest } from '../testing/requests'
import {
  askToSignIn,
  confirmWith,
  cookieNamed,
  lettersTo,
  letterTo,
  newAccount,
  someAddressOf,
} from '../testing/sign-in'
import { isClaimable } from './claim'

const SESSION = 'authjs.session-token'

test('somebody new proves the address, chooses a handle, and is signed in', async () => {
  const { joined, handle, session } = await newAccount()

  expect(joined.status).toBe(201)
  expect(await viewerOf(session.split('=')[1])).toMatchObject({ handle, role: 'member' })
})

test('a member signs in with link and browser, with code and browser, or with link and code elsewhere', async () => {
  const { email } = await newAccount()
  const proofs = [
    async () => {
      const { link, browser } = await askToSignIn(email)
      return confirmWith({ link }, browser)
    },
    async () => {
      const { code, browser } = await askToSignIn(email)
      return confirmWith({ code }, browser)
    },
    async () => {
      const { link, code } = await askToSignIn(email)
      return confirmWith({ link, code })
    },
  ]
  for (const prove of proofs) {
    const answer = await prove()
    expect(answer.status).toBe(201)
    expect(cookieNamed(answer, SESSION)).not.toBe('')
  }
})

test('a stolen link alone opens nothing, and neither does the code alone', async () => {
  const { link, code } = await askToSignIn(someAddressOf())

  expect((await confirmWith({ link })).status).toBe(403)
  expect((await confirmWith({ code })).status).toBe(410)
  expect((await confirmWith({ code }, 'sign-in=somebody-elses')).status).toBe(410)
})

test('link and code work once, also from elsewhere', async () => {
  const { link, code, browser } = await askToSignIn((await newAccount()).email)
  expect((await confirmWith({ link }, browser)).status).toBe(201)

  expect((await confirmWith({ link, code })).status).toBe(410)
  const elsewhere = await askToSignIn(someAddressOf())
  expect((await confirmWith({ link: elsewhere.link, code: elsewhere.code })).status).toBe(201)
  expect((await confirmWith({ link: elsewhere.link, code: elsewhere.code })).status).toBe(410)
})

test('a second tap in the same browser gets what the first one got, for a minute', async () => {
  const { link, browser } = await askToSignIn((await newAccount()).email)
  await confirmWith({ link }, browser)
  const again = await confirmWith({ link }, browser)
  expect([again.status, cookieNamed(again, SESSION) !== '']).toEqual([201, true])

  holdClock(new Date(clock().getTime() + 61_000))
  expect((await confirmWith({ link }, browser)).status).toBe(410)
  holdClock(undefined)
})

test('after ten minutes it is over', async () => {
  const { link, browser } = await askToSignIn(someAddressOf())
  holdClock(new Date(clock().getTime() + 10 * 60_000 + 1))
  expect((await confirmWith({ link }, browser)).status).toBe(410)
  holdClock(undefined)
})

test('a hundred guesses at once are five, and then even the right code is too late', async () => {
  const { code, browser } = await askToSignIn(someAddressOf())
  const wrong = Array.from({ length: 25 }, (_, nth) => String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0'))
  const answers = await Promise.all(wrong.map((guess) => confirmWith({ code: guess }, browser)))

  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(20)
  expect((await confirmWith({ code }, browser)).status).toBe(410)
})

test('a code is read as a person means it', async () => {
  const { code, browser } = await askToSignIn(someAddressOf())
  const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

  expect((await confirmWith({ code: `${wide.slice(0, 3)} ${wide.slice(3)}` }, browser)).status).toBe(201)
})

test('whether the address has an account shows in nothing: same answer, same letter, same rows', async () => {
  const { email } = await newAccount()
  const seen = []
  for (const address of [email, someAddressOf()]) {
    const { answer } = await askToSignIn(address)
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, ''))
    seen.push([answer.status, answer.headers.get('location'), await answer.text(), cookies])
  }
  expect(seen[0]).toEqual(seen[1])
})

test('one address gets five letters an hour, and to whoever asks for a sixth it looks the same', async () => {
  const email = someAddressOf()
  const answers = []
  for (let nth = 0; nth < 6; nth += 1) answers.push((await askToSignIn(email)).answer.headers.get('location'))

  expect(new Set(answers)).toEqual(new Set(['/fr/sign-in/code']))
  expect(await lettersTo(email)).toHaveLength(5)
})

test('one address in any spelling is one account', async () => {
  const { email } = await newAccount()
  const { code, browser } = await askToSignIn(email).then(async (asked) => asked)
  expect(code).not.toBe('')
  await confirmWith({ code }, browser)
  const other = email.toUpperCase().replace('@', '＠')
  const asked = await askToSignIn(other)
  const { code: second } = await letterTo(email)

  expect(cookieNamed(await confirmWith({ code: second }, asked.browser), SESSION)).not.toBe('')
  expect(await db().wayIn.count({ where: { address: email } })).toBe(1)
})

test('nothing that opens an account lies readable in the database', async () => {
  const email = someAddressOf()
  const { link, code, browser } = await askToSignIn(email)
  const all = JSON.stringify([await db().signInChallenge.findMany(), await db().letter.findMany()])

  for (const secret of [link, `"${code}"`, browser.split('=')[1]]) expect(all).not.toContain(secret)
})

test('where somebody wanted to go is a page of ours, or nothing', async () => {
  const { POST } = await import('@/app/api/v1/sign-in/route')
  const { email } = await newAccount()
  for (const [onward, goesTo] of [
    ['/zh/questions/ask', '/zh/questions/ask'],
    ['//evil.example/x', '/en/me'],
    ['https://evil.example', '/en/me'],
    ['/\\evil.example', '/en/me'],
  ] as const) {
    const answer = await POST(jsonRequest('/api/v1/sign-in', { email, onward }))
    const { code } = await letterTo(email)
    const confirmed = await confirmWith({ code }, cookieNamed(answer, 'sign-in'))
    expect(confirmed.headers.get('location'), onward).toBe(goesTo)
    await db().rateLimit.deleteMany()
  }
})

test('a token that nobody printed claims nothing', async () => {
  expect(await isClaimable('x'.repeat(43), new Date())).toBe(false)
})
