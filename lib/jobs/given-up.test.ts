import { expect, test, vi } from 'vitest'
import { POST as dropDoorway } from '@/app/api/v1/work/drops/route'
import { POST as retryDoorway } from '@/app/api/v1/work/retries/route'
import { viewerOf } from '../accounts/viewer'
import { db } from '../db'
import { workDropsDoor, workRetriesDoor } from '../doors'
import { newId } from '../ids'
import { deliver } from '../mail/deliver'
import { post } from '../mail/post'
import { transport } from '../mail/transport'
import { makeMember } from '../testing/factories'
import { makeGivenUp } from '../testing/reach'
import { jsonRequest } from '../testing/requests'
import { smtpServer } from '../testing/smtp'
import { write } from '../write'
import { givenUp, givenUpCount } from './given-up'
import { work } from './work'

vi.mock('next/cache', () => ({ io: async () => {}, cacheTag: () => {}, cacheLife: () => {} }))

const doors = { retry: [retryDoorway, workRetriesDoor], drop: [dropDoorway, workDropsDoor] } as const

async function administrator() {
  const { cookie, token } = await makeMember({ role: 'administrator' })
  const acts = (act: keyof typeof doors, what: 'job' | 'letter', id: string) =>
    doors[act][0](jsonRequest(doors[act][1], { what, id }, { cookie }))
  return { acts, viewer: await viewerOf(token) }
}

async function letterGivenUp(template: 'newDevice' | 'signIn') {
  const props = { browser: 'Synthetic', system: 'Synthetic', at: new Date().toISOString() }
  const letter = { to: 'synthetic@example.org', locale: 'en', template: 'newDevice', props } as const
  const now = new Date()
  const id = await write((tx) => post(tx, letter, { now, expiresAt: now }))
  await db().letter.update({ where: { id }, data: { template, failedAt: now, failure: 'unknown', open: 2, tries: 8 } })
  return id
}

test('work that was given up is done when an administrator says so, and away when they say that', async () => {
  const { acts, viewer } = await administrator()
  const [mended, useless] = [await makeGivenUp(), await makeGivenUp()]
  expect(await givenUpCount(viewer)).toBe(2)
  expect((await acts('retry', 'job', mended)).status).toBe(201)
  expect((await acts('drop', 'job', useless)).status).toBe(201)
  const done: string[] = []
  await work({ tell: async (subject) => void done.push(subject) })
  expect(done).toHaveLength(1)
  expect(await db().job.count()).toBe(0)
  const events = await db().event.findMany({ where: { actorId: viewer.id }, orderBy: { id: 'asc' } })
  expect(events.map(({ kind, codes }) => [kind, codes])).toEqual([
    ['workRetried', { what: 'job' }],
    ['workDropped', { what: 'job' }],
  ])
})

test('a letter that was given up leaves when an administrator says so; one for signing in is over with its time', async () => {
  const { acts, viewer } = await administrator()
  const [letter, signIn] = [await letterGivenUp('newDevice'), await letterGivenUp('signIn')]
  const { received, stop } = await smtpServer()
  const send = () => deliver(transport(() => {}))
  expect(await send()).toBe(0)
  expect((await givenUp(viewer)).map(({ id, mayTryAgain }) => [id, mayTryAgain]).toSorted()).toEqual(
    [
      [letter, true],
      [signIn, false],
    ].toSorted(),
  )
  expect((await acts('retry', 'letter', signIn)).status).toBe(409)
  expect((await acts('retry', 'letter', letter)).status).toBe(201)
  expect(await send()).toBe(1)
  expect(received).toHaveLength(1)
  expect((await acts('drop', 'letter', signIn)).status).toBe(201)
  expect(await givenUpCount(viewer)).toBe(0)
  await stop()
})

test('what is under way cannot be tried again or dropped, nor what is not there', async () => {
  const { acts } = await administrator()
  const waiting = await makeGivenUp()
  await db().job.update({ where: { id: waiting }, data: { failedAt: null, failure: null, dueAt: new Date(2100, 0) } })
  for (const id of [waiting, newId()])
    for (const act of ['retry', 'drop'] as const) expect((await acts(act, 'job', id)).status).toBe(404)
  expect(await db().job.count()).toBe(1)
})

test('nobody but an administrator is told of any of it', async () => {
  await makeGivenUp()
  for (const role of ['member', 'moderator'] as const) {
    const viewer = await viewerOf((await makeMember({ role })).token)
    expect([await givenUp(viewer), await givenUpCount(viewer)]).toEqual([[], 0])
  }
})
