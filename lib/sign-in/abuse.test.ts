import { expect, test } from 'vitest'
import { POST as confirm } from '@/app/api/v1/sign-in/confirmations/route'
import { POST as signIn } from '@/app/api/v1/sign-in/route'
import { db } from '../db'
import { confirmDoor, signInDoor } from '../doors'
import { newId } from '../ids'
import { makeMember } from '../testing/factories'
import { formRequest, jsonRequest, someAddress } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, lettersTo, newAccount, someAddressOf } from '../testing/sign-in'

const wrongFor = (code: string, nth = 0) => String((Number(code) + 1 + nth) % 1_000_000).padStart(6, '0')

test('one address gets five letters an hour, from however many networks', async () => {
  const email = someAddressOf()
  const answers = []
  for (let nth = 0; nth < 12; nth += 1) answers.push((await askToSignIn(email)).answer.status)
  expect([new Set(answers), (await lettersTo(email)).length]).toEqual([new Set([303]), 5])
})

test('one mailbox is one, under whatever names it is written to', async () => {
  const name = newId().slice(-12)
  const spelled = (nth: number) =>
    nth % 2 ? `${name}+${nth}@gmail.com` : `${name.slice(0, 3)}.${name.slice(3)}+${nth}@gmail.com`
  const emails = Array.from({ length: 8 }, (_, nth) => spelled(nth))
  const letters = []
  for (const email of emails) {
    await askToSignIn(email)
    letters.push(...(await lettersTo(email)))
  }
  expect(letters).toHaveLength(5)
})

test('strangers cannot use up the letters of a browser that has signed in with the address before', async () => {
  const { email } = await newAccount()
  const asked = await askToSignIn(email)
  const known = cookieNamed(await confirmWith({ code: asked.code }, asked.browser), 'known')
  expect(known).not.toContain(email)
  const before = (await lettersTo(email)).length
  for (let nth = 0; nth < 10; nth += 1) await askToSignIn(email)
  const used = (await lettersTo(email)).length
  for (let nth = 0; nth < 5; nth += 1) await askToSignIn(email, { cookie: known })
  expect([used - before, (await lettersTo(email)).length - used]).toEqual([3, 3])
  const { email: other } = await newAccount()
  const others = await lettersTo(other)
  for (let nth = 0; nth < 10; nth += 1) await askToSignIn(other, { cookie: known })
  expect((await lettersTo(other)).length - others.length).toBe(4)
})

test('one network gets thirty letters an hour, to however many addresses and from however many accounts', async () => {
  const address = someAddress()
  const statuses = []
  for (let nth = 0; nth < 31; nth += 1) {
    const { cookie } = await makeMember()
    statuses.push((await signIn(jsonRequest(signInDoor, { email: someAddressOf() }, { address, cookie }))).status)
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
})

test('when the whole site has written its letters of this hour, it writes no more, and says the same', async () => {
  const key = 'signIn all:all'
  const expire = BigInt(Date.now() + 3_600_000)
  await db().rateLimit.upsert({ where: { key }, create: { key, points: 999, expire }, update: { points: 999, expire } })
  const emails = [someAddressOf(), someAddressOf()]
  const answers = []
  for (const email of emails) answers.push((await askToSignIn(email)).answer)
  const letters = await Promise.all(emails.map((email) => lettersTo(email)))

  expect(answers.map((one) => [one.status, one.headers.get('location')])).toEqual(
    Array(2).fill([303, '/fr/sign-in/code']),
  )
  expect(letters.map(({ length }) => length)).toEqual([1, 0])
  await db().rateLimit.delete({ where: { key } })
})

test('ten wrong codes an hour for one address, over all its letters; then no code is taken, but the link is', async () => {
  const { email } = await newAccount()
  const statuses = []
  for (const _ of [1, 2]) {
    const { code, browser } = await askToSignIn(email)
    for (let nth = 0; nth < 5; nth += 1)
      statuses.push((await confirmWith({ code: wrongFor(code, nth) }, browser)).status)
  }
  expect(statuses).toEqual(Array(10).fill(422))

  const { code, link, browser } = await askToSignIn(email)
  expect((await confirmWith({ code }, browser)).status).toBe(410)
  expect((await confirmWith({ link }, browser)).status).toBe(201)
})

test('twenty wrong codes an hour from one network, at whatever addresses', async () => {
  const address = someAddress()
  const statuses = []
  for (let nth = 0; nth < 21; nth += 1) {
    const { code, browser } = await askToSignIn(someAddressOf())
    statuses.push((await confirmWith({ code: wrongFor(code) }, browser, { address })).status)
  }
  expect(statuses).toEqual([...Array(20).fill(422), 429])
})

test('right codes are not counted as guesses', async () => {
  const { email } = await newAccount()
  const address = someAddress()
  for (let nth = 0; nth < 12; nth += 1) {
    const { code, browser } = await askToSignIn(email)
    expect((await confirmWith({ code }, browser, { address })).status).toBe(201)
    await db().rateLimit.deleteMany({ where: { key: { startsWith: 'signIn address' } } })
  }
})

test('used up or not, an address with an account and one without are answered in the same words', async () => {
  const { email } = await newAccount()
  const seen = []
  for (const address of [email, someAddressOf()]) {
    const said = []
    for (const round of [1, 2, 3]) {
      const { answer, code, browser } = await askToSignIn(address)
      said.push([round, answer.status, answer.headers.get('location'), await answer.text()])
      for (let nth = 0; nth < 6; nth += 1) {
        const refused = await confirmWith({ code: wrongFor(code, nth) }, browser)
        said.push([refused.status, refused.headers.get('location'), await refused.text()])
      }
    }
    seen.push(said)
  }
  expect(seen[0]).toEqual(seen[1])
})

test('an address with an account is answered no faster and no slower than one without', async () => {
  const accounts = await Promise.all(Array.from({ length: 4 }, () => newAccount()))
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let nth = 0; nth < 80; nth += 1) {
    // In turns, and each kind first as often as the other, so that both meet the same machine.
    const kinds = nth % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of kinds)
      times[kind].push(await timeOf(kind === 'known' ? (accounts[nth % 4]?.email ?? '') : someAddressOf()))
    await db().rateLimit.deleteMany()
  }
  // One in two thousand runs of equal doors goes beyond this by chance.
  expect(Math.abs(rankDifference(times.known, times.unknown))).toBeLessThan(3.5)
})

test('after signing in nobody is led to another site: not by what was asked for, and not by what a form adds', async () => {
  const { email } = await newAccount()
  const evil = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
  ]
  for (const next of evil) {
    const asked = await signIn(formRequest(signInDoor, { locale: 'zh', email, onward: next, next }))
    expect(asked.headers.get('location'), next).toBe('/zh/sign-in/code')
    const { code } = (await lettersTo(email)).at(-1) ?? { code: '' }
    const cookie = cookieNamed(asked, 'sign-in')
    const done = await confirm(formRequest(confirmDoor, { locale: 'zh', code, next }, { cookie }))
    expect([done.status, done.headers.get('location')], next).toEqual([303, '/zh/me'])
    await db().rateLimit.deleteMany()
  }
})

/** Asks for a letter and tries a wrong code, and says how long that took, in milliseconds. */
async function timeOf(email: string): Promise<number> {
  const began = performance.now()
  const answer = await signIn(jsonRequest(signInDoor, { email }))
  await confirmWith({ code: '000000' }, cookieNamed(answer, 'sign-in'))
  return performance.now() - began
}

/** The rank test of Mann and Whitney: by how many standard deviations one of two equally long series of times tends to be longer. */
function rankDifference(ours: number[], theirs: number[]): number {
  const n = ours.length
  const longer = ours.reduce((sum, one) => sum + theirs.filter((other) => one > other).length, 0)
  return (longer - n ** 2 / 2) / Math.sqrt((n ** 2 * (2 * n + 1)) / 12)
}
