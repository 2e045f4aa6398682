import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { documents } from './documents/documents'
import type { Door } from './door'
import { exportFile, oneClickPath } from './doors'
import { monthsUntil } from './experiences/schema'
import { newId } from './ids'
import { unsubscribeToken } from './notifications/unsubscribe'
import { pages } from './press/pages'
import { newToken } from './secrets'
import { doors, privatePages, statusFor, type ViewerKind, viewerKinds } from './testing/access-matrix'
import {
  giveAddress,
  givePasskey,
  handleOf,
  makeAnswer,
  makeFlair,
  makeMember,
  makeQuestion,
  makeReadyExport,
  makeSubjects,
  makeWaysIn,
  sessionOf,
  withProfile,
} from './testing/factories'
import { makePicture } from './testing/pictures'
import { makeGivenUp, makePushAddress, makePushSubscription } from './testing/reach'
import { jsonRequest, someAddress } from './testing/requests'

// Outside Next there is no request for it to wait for.
vi.mock('next/server', () => ({ connection: async () => {} }))
vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const READS = ['GET', 'HEAD']
// Changes nothing: the form that Apple answers with becomes a read of the same address.
const PASSED_ON = ['POST /api/auth/[...nextauth]']

type Found = { name: string; method: string; handler: (request: Request) => Promise<Response> | Response }

const found = (await Promise.all(appFiles(/(^|\/)route\.tsx?$/).map(methodsOf))).flat()

test('every route handler has a row in the access matrix, and every row a route handler', () => {
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(doors).sort())
})

test('everything that can change something goes through the doorway', () => {
  const writes = found.filter(({ name, method }) => !READS.includes(method) && !PASSED_ON.includes(name))
  expect(writes.filter(({ handler }) => !('doorName' in handler)).map(({ name }) => name)).toEqual([])
  expect(new Set(writes.map(({ handler }) => (handler as Door).doorName)).size).toBe(writes.length)
})

test('every page is served as the table of pages says, and every private one has a row in the access matrix', () => {
  const files = appFiles(/(^|\/)page\.tsx$/).map((file) => file.replace('[locale]/', ''))
  const listed = pages.map(({ file }) => file)
  expect(files.filter((file) => file !== '[...rest]/page.tsx').sort()).toEqual([...listed].sort())
  const closed = pages.filter(({ isPublic }) => !isPublic).map(({ file }) => file)
  expect(Object.keys(privatePages).sort()).toEqual(closed.sort())
})

// What each door is sent: something that is in order, about things of `author`, by somebody whose handle is `viewer`.
const inputs: Record<string, (author: string, viewer: string) => Promise<unknown> | unknown> = {
  'POST /api/v1/feedback': () => ({ kind: 'other', text: 'walking the matrix' }),
  'POST /api/v1/sign-in': (author) => ({ email: `${author}@example.org` }),
  'POST /api/v1/sign-in/confirmations': () => ({ code: '123456' }),
  'POST /api/v1/members': () => ({ handle: 'synthetic' }),
  'POST /api/v1/sign-in/visits': () => ({ provider: 'github' }),
  'POST /api/auth/[...nextauth]': () => ({}),
  'POST /api/v1/ways-in': () => ({ email: `${newId()}@example.org` }),
  'POST /api/v1/ways-in/confirmations': () => ({ code: '123456' }),
  'POST /api/v1/ways-in/links': () => ({ provider: 'github' }),
  'POST /api/v1/ways-in/removals': async (author) => ({ way: await makeWaysIn(author) }),
  'POST /api/v1/sign-out': () => ({}),
  'POST /api/v1/sessions/endings': async (author) => ({ session: await sessionOf(author) }),
  'POST /api/v1/sessions/endings/others': () => ({}),
  'POST /api/v1/sessions/endings/all': () => ({}),
  'POST /api/v1/passkeys/challenges': () => ({ purpose: 'signIn' }),
  'POST /api/v1/passkeys': () => ({}),
  'POST /api/v1/sign-in/passkeys': () => ({}),
  'POST /api/v1/passkeys/removals': async (author) => {
    await giveAddress(author)
    return { passkey: await givePasskey(author) }
  },
  'POST /api/v1/sign-in/second': () => ({ code: '000000' }),
  'POST /api/v1/authenticator-apps': () => ({}),
  'POST /api/v1/authenticator-apps/confirmations': () => ({ code: '000000' }),
  'POST /api/v1/authenticator-apps/removals': () => ({}),
  'POST /api/v1/recovery-codes': () => ({}),
  'POST /api/v1/recovery-codes/receipts': () => ({}),
  'POST /api/v1/profiles': () => ({ body: 'walking the matrix' }),
  'POST /api/v1/handles': () => ({ handle: `t-${newId().slice(-12)}` }),
  'POST /api/v1/avatars': async () => ({ picture: (await makePicture('png')).toString('base64') }),
  'POST /api/v1/avatars/removals': () => ({}),
  'POST /api/v1/administrators': () => ({ token: newToken() }),
  'POST /api/v1/questions': () => ({ title: 'walking the matrix' }),
  'POST /api/v1/answers': async (author) => ({ question: await makeQuestion(author), body: 'walking the matrix' }),
  'POST /api/v1/comments': async (author) => ({ post: await makeQuestion(author), body: 'walking the matrix' }),
  'POST /api/v1/experiences': async () => ({
    ...(await makeSubjects()),
    outcome: 'worked',
    month: monthsUntil(new Date())[0],
    body: 'walking the matrix',
  }),
  'POST /api/v1/votes': async (author) => ({ post: await makeQuestion(author), value: 1 }),
  'POST /api/v1/acceptances': async (author) => {
    const question = await makeQuestion(author)
    return { question, answer: await makeAnswer(author, question) }
  },
  'POST /api/v1/flags': async (author) => ({ post: await makeQuestion(author), reason: 'spam' }),
  'POST /api/v1/flags/decisions': async (author) => ({ post: await makeQuestion(author, { isFlagged: true }) }),
  'POST /api/v1/removals': async (author) => ({ post: await makeQuestion(author), reason: 'spam' }),
  'POST /api/v1/restorations': async (author) => ({
    post: await makeQuestion(author, { isHidden: true }),
    reason: 'fine',
  }),
  'POST /api/v1/profiles/clearances': async (author) => ({
    member: await withProfile(author),
    about: 'yes',
    reason: 'rude',
  }),
  'POST /api/v1/flairs': async (author) => ({ member: await handleOf(author), kind: 'curator', reason: 'synthetic' }),
  'POST /api/v1/flairs/withdrawals': async (author) => ({ flair: await makeFlair(author), reason: 'synthetic' }),
  'POST /api/v1/follows': async (author) => ({ post: await makeQuestion(author), follow: 'yes' }),
  'POST /api/v1/exports': () => ({}),
  'POST /api/v1/consents': () => ({ rules: documents.rules.version, privacy: documents.privacy.version }),
  'POST /api/v1/erasures': (_author, handle) => ({ handle, posts: 'keep' }),
  'POST /api/v1/erasures/withdrawals': () => ({}),
  'POST /api/v1/resignations': async () => {
    await makeMember({ role: 'administrator' }) // so that nobody is the last one
    return {}
  },
  'POST /api/v1/reads': () => ({}),
  'POST /api/v1/notification-choices': () => ({ letters: 'fr', mail: ['answerToMine'] }),
  'POST /api/v1/push-subscriptions': () => makePushAddress(),
  'POST /api/v1/push-subscriptions/endings': async (author) => ({ subscription: await makePushSubscription(author) }),
  'POST /api/v1/mail-trials': () => ({}),
  'POST /api/v1/work/retries': async () => ({ what: 'job', id: await makeGivenUp() }),
  'POST /api/v1/work/drops': async () => ({ what: 'job', id: await makeGivenUp() }),
  'POST /api/v1/unsubscriptions': () => 'List-Unsubscribe=One-Click',
}

// Where the authority stands in the address.
const addresses: Record<string, (author: string) => Promise<string> | string> = {
  'GET /api/v1/exports/[id]': async (author) => exportFile(await makeReadyExport(author)),
  'POST /api/v1/unsubscriptions': (author) => oneClickPath('en', unsubscribeToken(author, ['answerToMine'])),
}

for (const [name, row] of Object.entries(doors)) {
  for (const who of viewerKinds) {
    const expected = statusFor(row, who)
    test(`${name} answers ${expected} to ${who}`, async () => {
      const door = found.find((one) => one.name === name)
      const author = await makeMember()
      const { cookie, handle } = who === 'author' ? author : await someone(who)
      const path = (await addresses[name]?.(author.id)) ?? name.split(' ')[1] ?? ''
      const request = name.startsWith('POST')
        ? jsonRequest(path, await inputs[name]?.(author.id, handle), { cookie })
        : readRequest(path, cookie)
      expect((await door?.handler(request))?.status).toBe(expected)
    })
  }
}

async function someone(who: Exclude<ViewerKind, 'author'>): Promise<{ cookie: string; handle: string }> {
  if (who === 'guest') return { cookie: '', handle: 'nobody' }
  if (who === 'suspended') return makeMember({ isSuspended: true })
  if (who === 'unproven') return makeMember({ role: 'administrator', factor: 'none' })
  if (who === 'owing') return makeMember({ role: 'administrator', factor: 'owed' })
  return makeMember({ role: who })
}

function readRequest(path: string, cookie: string): Request {
  const { url, headers } = jsonRequest(path, {}, { cookie, address: someAddress() })
  return new Request(url, { headers })
}

async function methodsOf(file: string): Promise<Found[]> {
  const module = (await import(/* @vite-ignore */ resolve('app', file))) as Record<string, Found['handler']>
  const path = `/${file.replace(/\/?route\.tsx?$/, '')}`
  return METHODS.flatMap((method) => {
    const handler = module[method]
    return handler ? [{ name: `${method} ${path}`, method, handler }] : []
  })
}

function appFiles(pattern: RegExp): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => pattern.test(file))
}
