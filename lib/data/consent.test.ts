import { expect, test } from 'vitest'
import { POST as consentDoorway } from '@/app/api/v1/consents/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { documents } from '../documents/documents'
import { consentsDoor } from '../doors'
import { locales } from '../i18n/locales'
import { makeMember } from '../testing/factories'
import { jsonRequest } from '../testing/requests'
import { newAccount } from '../testing/sign-in'
import { textHash } from './consent'
import { myConsents, wordingToAgree } from './queries'

const today = { rules: documents.rules.version, privacy: documents.privacy.version }
const agrees = (cookie: string, wording: object = today) =>
  consentDoorway(jsonRequest(consentsDoor, wording, { cookie }))

test('whoever joins agrees to the wording of that day: which version, in which language, which words', async () => {
  const { session } = await newAccount()
  const viewer = await viewerOf(session.split('=')[1])
  const given = await db().consent.findMany({ where: { memberId: viewer.id ?? '' }, orderBy: { document: 'asc' } })
  expect(given).toMatchObject([
    { document: 'privacy', version: today.privacy, locale: 'en', textHash: textHash('privacy', 'en') },
    { document: 'rules', version: today.rules, locale: 'en', textHash: textHash('rules', 'en') },
  ])
  expect(await wordingToAgree(viewer)).toBeUndefined()
  expect(new Set(locales.map((locale) => textHash('rules', locale))).size).toBe(locales.length)
})

test('a member of before is asked until they agree; a second time changes nothing, and the history stays', async () => {
  const member = await makeMember()
  const viewer = await viewerOf(member.token)
  if (viewer.id === null) throw new Error('nobody')
  await db().consent.create({
    data: {
      id: crypto.randomUUID(),
      memberId: member.id,
      document: 'privacy',
      version: today.privacy - 1,
      locale: 'zh',
      textHash: '',
      givenAt: new Date(0),
    },
  })
  expect(await wordingToAgree(viewer)).toEqual(today)
  expect([(await agrees(member.cookie)).status, (await agrees(member.cookie)).status]).toEqual([201, 201])
  expect(await wordingToAgree(viewer)).toBeUndefined()
  expect((await myConsents(viewer)).map(({ document, version }) => [document, version])).toEqual([
    ['privacy', today.privacy],
    ['rules', today.rules],
    ['privacy', today.privacy - 1],
  ])
  expect(await db().event.count({ where: { kind: 'consentGiven', actorId: member.id } })).toBe(1)
})

test('one agrees to what one has seen: a page from before the change agrees to nothing', async () => {
  const member = await makeMember()
  const answer = await agrees(member.cookie, { ...today, rules: today.rules + 1 })
  expect([answer.status, (await answer.json()).refusal.code]).toEqual([409, 'newerWording'])
  expect(await db().consent.count({ where: { memberId: member.id } })).toBe(0)
})
