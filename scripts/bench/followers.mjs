// What an answer costs its writer when few or many follow the question, and how long until all of them are told.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { send } from './community.mjs'
import { timed } from './rig.mjs'

const FEW = 10
const MANY = 10_000
const ROUNDS = 12

/** Milliseconds of an answer with ten and with ten thousand followers, in turns, each after the background has come to rest. */
export async function timesByFollowers(dataDir, url, members) {
  const client = await clientOf(dataDir)
  const [asker, ...helpers] = members
  const questions = []
  for (const count of [FEW, MANY]) {
    const id = await send(url, 'questions', { title: `a question with ${count} followers` }, asker, 90_000 + count)
    await follow(client, id, count)
    questions.push(id)
  }
  const [few, many, told] = [[], [], []]
  for (let nth = 0; nth < ROUNDS; nth += 1) {
    for (const [question, times] of [
      [questions[0], few],
      [questions[1], many],
    ]) {
      const body = `an answer to all of them ${nth}`
      times.push((await timed(() => send(url, 'answers', { question, body }, helpers[nth], 95_000 + nth))).ms)
      const { ms } = await timed(() => rest(client))
      if (times === many) told.push(ms)
    }
  }
  const { rows } = await client.query('SELECT count(*)::int AS count FROM "Notification" WHERE "homeId" = $1', [
    questions[1],
  ])
  // Every follower, and the asker, for every answer; helpers follow the question from their first answer on.
  if (rows[0].count < ROUNDS * (MANY + 1)) throw new Error(`only ${rows[0].count} were told`)
  await client.end()
  return { few, many, told }
}

async function follow(client, question, count) {
  const ids = Array.from({ length: count }, () => randomUUID())
  await client.query(
    'INSERT INTO "Member" (id, handle, "handleSkeleton", "joinedAt") SELECT one, one, one, now() FROM unnest($1::uuid[]) one',
    [ids],
  )
  await client.query(
    'INSERT INTO "Follow" (id, "memberId", "postId", "followedAt") SELECT gen_random_uuid(), one, $2, now() FROM unnest($1::uuid[]) one',
    [ids, question],
  )
}

async function rest(client) {
  for (;;) {
    const { rows } = await client.query('SELECT 1 FROM "Job" LIMIT 1')
    if (rows.length === 0) return
    await new Promise((again) => setTimeout(again, 20))
  }
}

async function clientOf(dataDir) {
  const { port } = JSON.parse(readFileSync(resolve(dataDir, 'running.json'), 'utf8'))
  const { databasePassword } = JSON.parse(readFileSync(resolve(dataDir, 'secrets.json'), 'utf8'))
  const client = new pg.Client({ connectionString: `postgresql://xuxin:${databasePassword}@127.0.0.1:${port}/xuxin` })
  await client.connect()
  return client
}
