import { expect, test, vi } from 'vitest'
import { POST as claimDoorway } from '@/app/api/v1/administrators/route'
import { POST as questionDoorway } from '@/app/api/v1/questions/route'
import { POST as resignationDoorway } from '@/app/api/v1/resignations/route'
import { DAY_MS, GRACE_DAYS, REMINDER_DAYS } from '../accounts/data-terms'
import { viewerOf } from '../accounts/viewer'
import { cacheClock, changedSince } from '../cache/clock'
import { tags } from '../cache/tags'
import { clock, holdClock } from '../clock'
import { db } from '../db'
import { claimDoor, questionsDoor, resignationsDoor } from '../doors'
import { memberOf, publicProfile } from '../profiles/queries'
import { questionPage } from '../questions/queries'
import { inviteAdministrator } from '../sign-in/claim'
import { makeMember, makeQuestion } from '../testing/factories'
import { holding } from '../testing/hold'
import { afterGrace, asksToLeave, lettersFor, takesBack } from '../testing/leaving'
import { background } from '../testing/news'
import { jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, newAccount } from '../testing/sign-in'
import { erase } from './erase'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const SESSION = 'authjs.session-token'
const codeOf = async (answer: Response) => ((await answer.json()) as { refusal?: { code: string } }).refusal?.code
const laysDown = (cookie: string) => resignationDoorway(jsonRequest(resignationsDoor, {}, { cookie }))

/** Somebody with an address who has asked to leave, and signs in again. */
async function leaver(posts: 'keep' | 'remove' = 'keep') {
  const account = await newAccount()
  const { id } = await viewerOf(account.session.split('=')[1])
  const question = await makeQuestion(id ?? '')
  const answer = await asksToLeave({ handle: account.handle, cookie: account.session }, posts)
  const { code, browser } = await askToSignIn(account.email)
  const cookie = cookieNamed(await confirmWith({ code }, browser), SESSION)
  return { ...account, id: id ?? '', question, answer, cookie }
}

test('whoever asks to leave is signed out at once, has no name and no page any more, and is told until when it can be taken back', async () => {
  const tick = cacheClock().tick
  const { id, email, handle, session, question, answer } = await leaver()

  expect([answer.status, answer.headers.get('location')]).toEqual([201, '/en/sign-in#left'])
  expect(cookieNamed(answer, SESSION)).toBe(`${SESSION}=`)
  expect((await viewerOf(session.split('=')[1])).id).toBeNull()
  expect(await questionPage(question)).toMatchObject({ author: '', hasLeft: true })
  expect([await memberOf(handle), await publicProfile(id, 'en')]).toEqual([id, undefined])
  expect(changedSince(tick, new Set([tags.question(question)]), cacheClock())).toBe(true)
  const { dueAt } = await db().erasure.findUniqueOrThrow({ where: { memberId: id } })
  expect(Math.round((dueAt.getTime() - clock().getTime()) / DAY_MS)).toBe(GRACE_DAYS)
  const props = { kind: 'erasureAsked', day: dueAt.toISOString() }
  expect(await lettersFor(email)).toMatchObject([{}, { template: 'account', props }, {}])
})

test('in the days of grace one can sign in and look, not write, and take it back with one button: all is as before', async () => {
  const { id, handle, email, question, cookie } = await leaver('remove')
  const ask = () => questionDoorway(jsonRequest(questionsDoor, { title: 'may I still ask?' }, { cookie }))
  expect(await codeOf(await ask())).toBe('leaving')

  expect([(await takesBack({ cookie })).status, (await takesBack({ cookie })).status]).toEqual([201, 201])
  expect(await questionPage(question)).toMatchObject({ author: handle, hasLeft: false, title: 'A synthetic question' })
  expect(await publicProfile(id, 'en')).toMatchObject({ handle })
  expect((await ask()).status).toBe(201)
  await background(afterGrace())
  expect(await db().member.findUnique({ where: { id } })).toMatchObject({ handle, leftAt: null, erasedAt: null })
  const news = (await lettersFor(email)).flatMap((one) => (one.template === 'account' ? [one.props.kind] : []))
  expect(news).toEqual(['erasureAsked', 'erasureTakenBack'])
})

test('a second letter comes once, shortly before, and says the same day', async () => {
  const { id, email } = await leaver()
  const before = new Date(Date.now() + (GRACE_DAYS - REMINDER_DAYS) * DAY_MS + 60_000)
  const soon = async () =>
    (await lettersFor(email)).flatMap((one) =>
      one.template === 'account' && one.props.kind === 'erasureSoon' ? [one.props.day] : [],
    )
  await background(new Date(before.getTime() - 120_000))
  expect(await soon()).toEqual([])
  await background(before)
  await background(before)
  const { dueAt } = await db().erasure.findUniqueOrThrow({ where: { memberId: id } })
  expect(await soon()).toEqual([dueAt.toISOString()])
})

test('asking needs a fresh proof and the name typed by hand; what is refused changes nothing, and asking twice asks once', async () => {
  const member = await makeMember()
  expect((await asksToLeave({ ...member, handle: 'somebody-else' })).status).toBe(422)
  holdClock(new Date(clock().getTime() + 16 * 60_000))
  expect(await codeOf(await asksToLeave(member))).toBe('proveAgain')
  holdClock(undefined)
  expect(await db().erasure.count({ where: { memberId: member.id } })).toBe(0)

  const both = await Promise.all([asksToLeave(member), asksToLeave(member)])
  expect(both.some(({ status }) => status === 201)).toBe(true)
  expect(await db().job.count({ where: { key: { endsWith: member.id } } })).toBe(2)
  expect(await db().event.count({ where: { kind: 'erasureAsked', actorId: member.id } })).toBe(1)
})

test('taking it back and the beginning of the erasing never both win', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, handle, cookie } = await leaver()
    const erasing = erase(id, afterGrace())
    const answer = await takesBack({ cookie })
    await erasing
    const member = await db().member.findUniqueOrThrow({ where: { id } })
    const isBack = answer.status === 201 && member.handle === handle && member.leftAt === null
    const isErased = answer.status !== 201 && member.handle === `erased-${id}` && member.erasedAt !== null
    expect({ round, isBack, isErased, status: answer.status }).toMatchObject({ isBack: !isErased })
  }
})

test('taking it back waits for the erasing that is just beginning, and then is too late', async () => {
  const { id, cookie } = await leaver()
  const begun = await holding('UPDATE "Erasure" SET "begunAt" = now() WHERE "memberId" = $1', [id])
  const answering = takesBack({ cookie })
  await begun.waited()
  await begun.commit()
  expect(await codeOf(await answering)).toBe('erasureBegun')
  expect(await db().erasure.count({ where: { memberId: id } })).toBe(1)
})

test('once the erasing has begun it is too late', async () => {
  const { id, cookie } = await leaver()
  await db().erasure.update({ where: { memberId: id }, data: { begunAt: new Date() } })
  expect(await codeOf(await takesBack({ cookie }))).toBe('erasureBegun')
  expect((await db().member.findUnique({ where: { id } }))?.leftAt).not.toBeNull()
})

test('whoever holds an office hands it over first, and then may leave; an erasure of one who got an office since is not done', async () => {
  const moderator = await makeMember({ role: 'moderator' })
  expect(await codeOf(await asksToLeave(moderator))).toBe('handOverFirst')
  expect((await laysDown(moderator.cookie)).status).toBe(201)
  expect((await laysDown(moderator.cookie)).status).toBe(404)
  expect((await asksToLeave(moderator)).status).toBe(201)
  await db().member.update({ where: { id: moderator.id }, data: { role: 'moderator' } })
  await expect(erase(moderator.id, afterGrace())).rejects.toThrow(/office/)
})

test('of all administrators who lay their office down at once, one stays; a suspended one does not count', async () => {
  await db().member.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } })
  for (let round = 0; round < 5; round += 1) {
    await db().member.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } })
    const all = await Promise.all([1, 2, 3].map(() => makeMember({ role: 'administrator' })))
    await makeMember({ role: 'administrator', isSuspended: true })
    const answers = await Promise.all(all.map(({ cookie }) => laysDown(cookie)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409])
    const left = { role: 'administrator', suspensions: { none: {} } } as const
    expect(await db().member.count({ where: left })).toBe(1)
  }
})

test('whoever is leaving gets no office by the link that makes the first administrator', async () => {
  await db().member.updateMany({ where: { role: 'administrator' }, data: { role: 'member' } })
  const { id, cookie } = await leaver()
  const token = await inviteAdministrator()
  const claim = await claimDoorway(jsonRequest(claimDoor, { token }, { cookie }))
  expect([await codeOf(claim), (await db().member.findUnique({ where: { id } }))?.role]).toEqual(['leaving', 'member'])
})

test('nor does whoever asks to leave at the very moment in which they would get one', async () => {
  const { id, cookie } = await makeMember()
  const token = await inviteAdministrator()
  const leaving = await holding('UPDATE "Member" SET "leftAt" = now() WHERE id = $1', [id])
  const claiming = claimDoorway(jsonRequest(claimDoor, { token }, { cookie }))
  await leaving.waited()
  await leaving.commit()
  expect([await codeOf(await claiming), (await db().member.findUnique({ where: { id } }))?.role]).toEqual([
    'leaving',
    'member',
  ])
})
