import { expect, test } from 'vitest'
import { POST as questions } from '@/app/api/v1/questions/route'
import { POST as leave } from '@/app/api/v1/sign-out/route'
import { guest, viewerOf } from '../accounts/viewer'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { questionsDoor, signOutDoor } from '../doors'
import { SECOND_STEP_MINUTES, SESSION_DAYS } from '../sign-in/schema'
import { someAddress } from '../testing/requests'
import {
  codeOf,
  codesFor,
  firstStep,
  post,
  roleOf,
  second,
  sessionIn,
  setUpApp,
  tokenOf,
  toldOf,
} from '../testing/second-factor'
import { newAccount } from '../testing/sign-in'
import { APP_PERIOD_SECONDS, RECOVERY_CODES } from './schema'

async function withApp() {
  const { email, handle, session } = await newAccount()
  const id = await setUpApp(session)
  return { email, handle, session, id }
}
const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('with a second factor the first step opens nothing but the second: its session is a guest, and ends within minutes', async () => {
  const { email, id, handle } = await withApp()
  const { answer, cookie } = await firstStep(email)

  expect(answer.headers.get('location')).toBe('/en/sign-in/second')
  expect(await viewerOf(tokenOf(cookie))).toEqual({
    ...guest,
    owes: { memberId: id, handle, sessionId: expect.any(String) },
  })
  expect((await post(questions, questionsDoor, { title: 'not yet' }, cookie)).status).toBe(401)
  holdClock(new Date(clock().getTime() + SECOND_STEP_MINUTES * 60_000 + 1))
  expect(await viewerOf(tokenOf(cookie))).toEqual(guest)
  holdClock(undefined)
})

test('the right code opens a whole session under a new token, and the one before it opens nothing any more', async () => {
  const { email, id } = await withApp()
  const { cookie } = await firstStep(email)
  const answer = await second(cookie, await codeOf(id))

  expect([answer.status, answer.headers.get('location')]).toEqual([201, '/en/me'])
  expect(sessionIn(answer)).not.toBe(cookie)
  const viewer = await viewerOf(tokenOf(sessionIn(answer)))
  expect([viewer.id, viewer.session?.secondFactorAt]).toEqual([id, expect.any(Date)])
  expect((await viewerOf(tokenOf(cookie))).id).toBe(null)
  const { expiresAt } = await db().session.findUniqueOrThrow({ where: { id: viewer.session?.id ?? '' } })
  expect(expiresAt.getTime() - clock().getTime()).toBeGreaterThan((SESSION_DAYS - 1) * 86_400_000)
})

test('a code is good once: sent by two sign-ins at once it passes once, and afterwards not at all', async () => {
  const { email, id } = await withApp()
  const [one, other, later] = [await firstStep(email), await firstStep(email), await firstStep(email)]
  const code = await codeOf(id)
  const taps = ({ cookie }: typeof one) => Promise.all([second(cookie, code), second(cookie, code)])
  const statuses = (await Promise.all([taps(one), taps(other)])).map((both) => both.map(({ status }) => status))

  expect(statuses.sort()).toEqual([
    [201, 201],
    [422, 422],
  ])
  expect((await second(later.cookie, code)).status).toBe(422)
})

test('a second tap on the same button gets what the first one got, for a minute', async () => {
  const { email, id } = await withApp()
  const { cookie } = await firstStep(email)
  const code = await codeOf(id)
  const answers = [await second(cookie, code), await second(cookie, code)]

  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  for (const answer of answers) expect(await roleOf(sessionIn(answer))).toBe('member')
  expect((await second(sessionIn(answers[1] as Response), code)).status).toBe(201)
  holdClock(new Date(clock().getTime() + 61_000))
  expect((await second(cookie, code)).status).toBe(410)
  holdClock(undefined)
})

test('codes of one step before and after are taken, those of two are not, and an older one than the last never', async () => {
  const { email, id } = await withApp()
  const { cookie } = await firstStep(email)
  expect((await second(cookie, await codeOf(id, 2))).status).toBe(422)
  expect((await second(cookie, await codeOf(id, 1))).status).toBe(201)
  const again = await firstStep(email)
  expect((await second(again.cookie, await codeOf(id, 0))).status).toBe(422)
  holdClock(new Date(clock().getTime() + 3 * APP_PERIOD_SECONDS * 1000))
  expect((await second(again.cookie, await codeOf(id, -2))).status).toBe(422)
  expect((await second(again.cookie, await codeOf(id, -1))).status).toBe(201)
  holdClock(undefined)
})

test('ten wrong codes an hour for a member, however often they begin; right ones are not counted', async () => {
  const { email, id } = await withApp()
  const statuses = []
  for (const _ of [1, 2]) {
    const { cookie } = await firstStep(email)
    for (let nth = 0; nth < 6; nth += 1) statuses.push((await second(cookie, wrongFor(await codeOf(id)))).status)
  }
  expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
  const { cookie } = await firstStep(email)
  expect((await second(cookie, await codeOf(id))).status).toBe(429)

  const calm = await withApp()
  const address = someAddress()
  for (let nth = 0; nth < 22; nth += 1) {
    holdClock(new Date(clock().getTime() + APP_PERIOD_SECONDS * 1000))
    await db().rateLimit.deleteMany({ where: { key: { startsWith: 'sign' } } })
    const begun = await firstStep(calm.email)
    expect((await second(begun.cookie, await codeOf(calm.id), { address })).status).toBe(201)
  }
  holdClock(undefined)
})

test('twenty wrong codes an hour from one network, at whatever members', async () => {
  const address = someAddress()
  const statuses = []
  for (let nth = 0; nth < 7; nth += 1) {
    const { email, id } = await withApp()
    const { cookie } = await firstStep(email)
    for (const _ of [1, 2, 3]) statuses.push((await second(cookie, wrongFor(await codeOf(id)), { address })).status)
  }
  expect(statuses).toEqual([...Array(20).fill(422), 429])
})

test('each recovery code opens the second step once, however it is typed, and a letter tells of it', async () => {
  const { email, id, session } = await withApp()
  const codes = await codesFor(id, session)
  const [first = '', other = ''] = codes
  expect(new Set(codes).size).toBe(RECOVERY_CODES)
  const [one, two, three] = [await firstStep(email), await firstStep(email), await firstStep(email)]
  const typed = ` ${first.slice(0, 5).toUpperCase()} - ${first.slice(5)}`
  const race = await Promise.all([second(one.cookie, typed), second(two.cookie, first)])

  expect(race.map(({ status }) => status).sort()).toEqual([201, 422])
  expect((await second(three.cookie, first)).status).toBe(422)
  expect((await second(three.cookie, other)).status).toBe(201)
  expect(await db().recoveryCode.count({ where: { memberId: id, usedAt: null } })).toBe(RECOVERY_CODES - 2)
  expect((await toldOf(email)).filter((what) => what === 'codeUsed')).toHaveLength(2)
})

test("somebody else's code, and a code without a sign-in under way, open nothing", async () => {
  const [mine, theirs] = [await withApp(), await withApp()]
  const { cookie } = await firstStep(mine.email)
  const [stolen = ''] = await codesFor(theirs.id, theirs.session)
  expect((await second(cookie, await codeOf(theirs.id))).status).toBe(422)
  expect((await second(cookie, stolen)).status).toBe(422)
  expect((await second('', await codeOf(mine.id))).status).toBe(410)
})

test('a sign-in that waits for its second step can be left', async () => {
  const { email, id } = await withApp()
  const { cookie } = await firstStep(email)
  expect((await post(leave, signOutDoor, {}, cookie)).status).toBe(201)
  expect((await second(cookie, await codeOf(id))).status).toBe(410)
})

test('sessions from before the first factor owe their second step from then on', async () => {
  const { email, session } = await newAccount()
  const elsewhere = await firstStep(email)
  expect(await roleOf(elsewhere.cookie)).toBe('member')
  const id = await setUpApp(session)
  expect([await roleOf(session), await roleOf(elsewhere.cookie)]).toEqual(['member', 'guest'])
  expect(await roleOf(sessionIn(await second(elsewhere.cookie, await codeOf(id))))).toBe('member')
})
