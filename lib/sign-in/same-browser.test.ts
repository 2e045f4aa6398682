import { expect, test, vi } from 'vitest'
import { POST as choicesDoorway } from '@/app/api/v1/notification-choices/route'
import { POST as pushDoorway } from '@/app/api/v1/push-subscriptions/route'
import { sessionCookieName } from '../accounts/viewer'
import { db } from '../db'
import { choicesDoor, pushDoor } from '../doors'
import { makePushAddress } from '../testing/reach'
import { jsonRequest } from '../testing/requests'
import { askToSignIn, confirmWith, cookieNamed, newAccount } from '../testing/sign-in'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))
vi.mock('next/server', () => ({ connection: async () => {} }))

/** Signs in, in a browser that reads this language and may be signed in already. */
async function signsIn(email: string, language: string, session = '') {
  const { code, browser } = await askToSignIn(email)
  const headers = { 'Accept-Language': language }
  const answer = await confirmWith({ code }, [browser, session].filter(Boolean).join('; '), { headers })
  return cookieNamed(answer, sessionCookieName())
}
const memberWith = (email: string) =>
  db().member.findFirstOrThrow({ where: { waysIn: { some: { address: email } } }, include: { pushes: true } })

test('letters follow the language in which a member signs in, until they choose one themselves', async () => {
  const { email, session } = await newAccount()
  await signsIn(email, 'nl')
  expect((await memberWith(email)).locale).toBe('nl')
  await choicesDoorway(jsonRequest(choicesDoor, { letters: 'zh' }, { cookie: session }))
  await signsIn(email, 'fr')
  expect((await memberWith(email)).locale).toBe('zh')
})

test('a browser that signs in once more goes on getting pushes; when another member signs in there, it does not', async () => {
  const [first, second] = [await newAccount(), await newAccount()]
  await pushDoorway(jsonRequest(pushDoor, makePushAddress(), { cookie: first.session }))
  const again = await signsIn(first.email, 'en', first.session)
  expect((await memberWith(first.email)).pushes).toHaveLength(1)
  await signsIn(second.email, 'en', again)
  expect([(await memberWith(first.email)).pushes, (await memberWith(second.email)).pushes]).toEqual([[], []])
})
