// Synthetic members of a benchmark's portal, and what they send. They are put into its database directly: how one joins is not
// measured here.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { timed } from './rig.mjs'

/** So many members with a session each, as cookies. */
export async function synthetics(dataDir, count) {
  const { port } = JSON.parse(readFileSync(resolve(dataDir, 'running.json'), 'utf8'))
  const { databasePassword } = JSON.parse(readFileSync(resolve(dataDir, 'secrets.json'), 'utf8'))
  const client = new pg.Client({ connectionString: `postgresql://xuxin:${databasePassword}@127.0.0.1:${port}/xuxin` })
  await client.connect()
  const cookies = []
  for (let nth = 0; nth < count; nth += 1) {
    const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
    await client.query(
      'INSERT INTO "Member" (id, handle, "handleSkeleton", "joinedAt", level) VALUES ($1, $2, $2, now(), \'member\')',
      [id, `synthetic-${id.slice(-12)}`],
    )
    await client.query(
      `INSERT INTO "Session" (id, "tokenHash", "memberId", "startedAt", "expiresAt") VALUES ($1, $2, $3, now(), now() + interval '1 day')`,
      [randomUUID(), createHash('sha256').update(token).digest('base64url'), id],
    )
    cookies.push(`authjs.session-token=${token}`)
  }
  await client.end()
  return cookies
}

/** Sends JSON to a door as this member, from a network of its own. Resolves to the id of what was made. */
export async function send(url, door, body, cookie, nth) {
  const answer = await fetch(`${url}/api/v1/${door}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `10.${8 + (nth >> 16)}.${(nth >> 8) & 255}.${nth & 255}`,
      cookie,
    },
    body: JSON.stringify(body),
  })
  if (answer.status !== 201) throw new Error(`${door} answered ${answer.status}: ${await answer.text()}`)
  return Number((await answer.json()).id)
}

/** A question with so many answers. */
export async function talkedAbout(url, members, answers) {
  const [asker, ...helpers] = members
  const id = await send(url, 'questions', { title: 'a synthetic question', operator: 'base' }, asker, 0)
  for (let nth = 0; nth < answers; nth += 1)
    await send(url, 'answers', { question: id, body: `synthetic answer ${nth}` }, helpers[nth], nth)
  return id
}

/** Milliseconds that each verb takes, alone; and a question page right after a vote on it, when it must be made anew. */
export async function timesOfVerbs(url, members, question) {
  const voters = members.slice(1)
  const someone = (nth) => members[nth % members.length]
  const ask = (nth) => ['questions', { title: `synthetic question ${nth}` }, someone(nth)]
  const answer = (nth) => ['answers', { question, body: `one more synthetic answer ${nth}` }, someone(nth)]
  const vote = (nth) => ['votes', { post: question, value: nth % 2 ? 1 : -1 }, voters[nth % voters.length]]
  const rounds = { 'to ask': [ask, 200], 'to answer': [answer, 200], 'to vote': [vote, 400] }
  const measured = []
  for (const [what, [make, count]] of Object.entries(rounds)) {
    const times = []
    for (let nth = 0; nth < count; nth += 1) times.push((await timed(() => send(url, ...make(nth), 70_000 + nth))).ms)
    measured.push([what, times])
  }
  const anew = []
  for (let nth = 0; nth < 50; nth += 1) {
    await send(url, ...vote(nth), 80_000 + nth)
    anew.push((await timed(() => fetch(`${url}/zh/questions/${question}`).then((got) => got.text()))).ms)
  }
  return [...measured, ['the question page right after a vote', anew]]
}
