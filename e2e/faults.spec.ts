import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { databaseUrl, postgresProcesses, postmaster, startPortal } from './support/portal'
import { postFeedback } from './support/post'
import { expect, test } from './support/test'

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

    async function post() {
      while (!isOver) {
        const text = `synthetic ${randomUUID()}`
        const key = randomUUID()
        while (!isOver && !(await postFeedback(portal.url, { text, key })))
          await new Promise((again) => setTimeout(again, 20))
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
    const { rows } = await client.query('SELECT text, count(*)::int AS times FROM "Feedback" GROUP BY text')
    await client.end()
    await portal.stop()
    const stored = new Map(rows.map(({ text, times }) => [text, times]))
    expect(taken.filter((text) => !stored.has(text))).toEqual([])
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    await rm(dataDir, { recursive: true, force: true })
  })
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
  // Away, but not gone: it accepts nothing and answers nothing, and every open connection hangs.
  const frozen = await postgresProcesses(dataDir)
  for (const pid of frozen) process.kill(pid, 'SIGSTOP')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un problème de notre côté', { timeout: 30_000 })
  expect((await fetch(`${portal.url}/fr`)).status).toBe(200) // kept pages are still there
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
