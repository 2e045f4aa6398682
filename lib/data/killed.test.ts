import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db'
import { placesOf } from '../testing/database-search'
import { makeAnswer, makeMember } from '../testing/factories'
import { holding } from '../testing/hold'
import { afterGrace, asksToLeave } from '../testing/leaving'
import { asks, makeReachable } from '../testing/news'
import { erase } from './erase'

// Beside the packages, so that Node finds them.
const PROGRAM = join('.data', 'test', `erase-process-${process.pid}.mjs`)

beforeAll(() =>
  build({
    entryPoints: ['lib/testing/erase-process.ts'],
    outfile: PROGRAM,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    alias: { 'server-only': './scripts/empty.mjs' },
    logLevel: 'error',
  }),
)
afterAll(() => rm(PROGRAM, { force: true }))

/** Somebody with four hundred questions, the last of them answered by somebody else, who has asked that all go. */
async function leaver() {
  const [member, other] = [await makeReachable(), await makeMember()]
  await db().$executeRaw`
    WITH made AS (
      INSERT INTO "Post" (kind, "authorId", locale, title, markdown, html, renderer, "postedAt")
      SELECT 'question', ${member.id}::uuid, 'fr', 'synthetic ' || n, ${`by ${member.address}`}, '', 1, now() FROM generate_series(1, 400) n RETURNING id
    ) INSERT INTO "Question" ("postId") SELECT id FROM made`
  const last = await asks(member, { title: `the last, ${member.address}` })
  await makeAnswer(other.id, last)
  await asksToLeave(member, 'remove')
  return { ...member, last }
}

const begins = (memberId: string): ChildProcess =>
  spawn(process.execPath, [PROGRAM, memberId, afterGrace().toISOString()], { stdio: 'inherit', env: process.env })

async function killed(child: ChildProcess) {
  const over = once(child, 'exit')
  child.kill('SIGKILL')
  expect((await over)[1]).toBe('SIGKILL')
}

test('a process that is killed in the middle of the posts leaves a plan, and the next one goes on where it stopped', async () => {
  const { id, address, last } = await leaver()
  const held = await holding('SELECT id FROM "Post" WHERE id = $1 FOR UPDATE', [last])
  const child = begins(id)
  await held.waited()
  await killed(child)
  await held.release()

  const plan = await db().erasure.findUniqueOrThrow({ where: { memberId: id } })
  const untouched = { authorId: id, title: { contains: address } }
  expect([plan.begunAt !== null, plan.upTo > 0, plan.upTo < last]).toEqual([true, true, true])
  expect(await db().post.count({ where: untouched })).toBe(1)
  expect((await db().member.findUniqueOrThrow({ where: { id } })).erasedAt).toBeNull()

  await erase(id, afterGrace())
  expect(await db().post.count({ where: untouched })).toBe(0)
  expect(await placesOf([address])).toEqual([])
  expect(await db().removal.count({ where: { removedById: id } })).toBe(400) // not the one that was answered
})

test('a process that is killed right before the end has still left the name by which all else is found', async () => {
  const { id, handle, address } = await leaver()
  const held = await holding('SELECT id FROM "Member" WHERE id = $1 FOR KEY SHARE', [id])
  const child = begins(id)
  await held.waited()
  await killed(child)
  await held.release()

  expect(await db().wayIn.count({ where: { memberId: id } })).toBe(1)
  await erase(id, afterGrace())
  expect(await placesOf([address, handle])).toEqual([])
  expect(await db().event.count({ where: { kind: 'memberErased', actorId: id } })).toBe(1)
})
