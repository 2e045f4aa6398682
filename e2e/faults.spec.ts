import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { send } from './support/community'
import { databaseUrl, postgresProcesses, postmaster, startPortal } from './support/portal'
import { postFeedback } from './support/post'
import { expect, type Member, putMember, test } from './support/test'

// Each write is logged as a client sees it: taken (a receipt came), or unknown (the line was cut). Every taken one must be stored,
// and nothing twice, because an unknown one is sent again with its key (security.md 2, F1, F5, F8).
const WRITERS = 6
const KILLS = 5
const TAKEN_BETWEEN_KILLS = 15

test.describe.configure({ timeout: 180_000 })

for (const victim of ['app', 'PostgreSQL'] as const) {
  test(`kill -9 of ${victim} in the middle of posting loses nothing that was acknowledged`, async () => {
    const dataDir = `.data/e2e-kill-${victim.toLowerCase()}`
    await rm(dataDir, { recursive: true, force: true })
    let portal = await startPortal({ dataDir })
    const port = Number(new URL(portal.url).port)
    const taken: string[] = []
    let isOver = false

    const answering = await answerers(dataDir, portal.url)
    const ways = [
      (text: string, key: string) => postFeedback(portal.url, { text, key }),
      (text: string, key: string) => answering(portal.url, text, key),
    ]

    async function post(_: unknown, nth: number) {
      while (!isOver) {
        const text = `synthetic ${randomUUID()}`
        const key = randomUUID()
        while (!isOver && !(await ways[nth % 2]?.(text, key))) await new Promise((again) => setTimeout(again, 20))
        if (!isOver) taken.push(text)
      }
    }
    const writers = Array.from({ length: WRITERS }, post)

    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = taken.length
      await expect.poll(() => taken.length, { timeout: 60_000 }).toBeGreaterThan(before + TAKEN_BETWEEN_KILLS)
      if (victim === 'PostgreSQL') process.kill((await postmaster(dataDir)).pid, 'SIGKILL')
      else {
        portal.process.kill('SIGKILL')
        await portal.exited
        portal = await startPortal({ dataDir, port })
      }
    }
    const before = taken.length
    await expect.poll(() => taken.length, { timeout: 60_000 }).toBeGreaterThan(before + TAKEN_BETWEEN_KILLS)
    isOver = true
    await Promise.all(writers)

    const client = new pg.Client({ connectionString: await databaseUrl(dataDir) })
    await client.connect()
    const { rows } = await client.query(
      `SELECT text, count(*)::int AS times FROM (SELECT text FROM "Feedback" UNION ALL SELECT markdown FROM "Post" WHERE kind = 'answer') AS stored GROUP BY text`,
    )
    const { rows: miscounted } = await client.query(
      'SELECT "postId" FROM "Question" q WHERE "answerCount" <> (SELECT count(*) FROM "Answer" WHERE "questionId" = q."postId")',
    )
    await client.end()
    await portal.stop()
    const stored = new Map(rows.map(({ text, times }) => [text, times]))
    expect(taken.filter((text) => !stored.has(text))).toEqual([])
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    expect(miscounted).toEqual([])
    await rm(dataDir, { recursive: true, force: true })
  })
}

/** Forty members who answer one question in turns: one alone would soon have used up the day's allowance. */
async function answerers(dataDir: string, url: string) {
  const client = new pg.Client({ connectionString: await databaseUrl(dataDir) })
  await client.connect()
  const sql = (text: string, values?: unknown[]) => client.query(text, values)
  const members: Member[] = []
  while (members.length < 40) members.push(await putMember(sql))
  await client.end()
  const [first] = members
  const { id } = await send('questions', { title: 'a synthetic question' }, { ...first, origin: url })
  return async (origin: string, text: string, key: string): Promise<boolean> => {
    // The same key is the same member's: whoever began a post also sends it again.
    const member = members[Number.parseInt(key.slice(0, 6), 16) % members.length]
    const answer = await send('answers', { question: id, body: text }, { ...member, origin, key }).catch(
      () => undefined,
    )
    return answer?.status === 201
  }
}

test('while the database is away, a form is not lost: the answer holds it, and sends it with one tap when it is back', async ({
  browser,
}) => {
  const dataDir = '.data/e2e-away'
  await rm(dataDir, { recursive: true, force: true })
  const portal = await startPortal({ dataDir })
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const said = `synthetic\nsecond line <b> & "quoted" ${randomUUID()}`
  await page.goto(`${portal.url}/fr/feedback`)
  // So that the portal has open connections, which will hang, and not only new ones, which it cannot get.
  expect(await postFeedback(portal.url, { text: `synthetic ${randomUUID()}` })).toBeDefined()
  await page.getByLabel('Une suggestion').check()
  await page.getByLabel('Votre message').fill(said)
  expect((await fetch(`${portal.url}/fr`)).status).toBe(200) // from here on it is kept
  // Away, but not gone: it accepts nothing and answers nothing, and every open connection hangs.
  const frozen = await postgresProcesses(dataDir)
  for (const pid of frozen) process.kill(pid, 'SIGSTOP')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un problème de notre côté', { timeout: 30_000 })
  expect((await fetch(`${portal.url}/fr`)).status).toBe(200) // and is still there
  expect((await fetch(`${portal.url}/healthz`)).status).toBe(200)
  for (const pid of frozen) process.kill(pid, 'SIGCONT')

  await page.getByRole('button', { name: 'Envoyer à nouveau' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bien reçu, merci', { timeout: 30_000 })
  const client = new pg.Client({ connectionString: await databaseUrl(dataDir) })
  await client.connect()
  expect((await client.query('SELECT text FROM "Feedback" WHERE kind = \'idea\'')).rows).toEqual([{ text: said }])
  await client.end()
  await context.close()
  await portal.stop()
  await rm(dataDir, { recursive: true, force: true })
})
