import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CURATORS } from '../accounts/curators'
import { withClient } from '../database/client'
import { withScratch } from '../database/drift'
import { MIGRATIONS } from '../database/history'
import { migrate } from '../database/migrations'
import { examine } from '../doctor/checks'
import { env } from '../env'
import { newId } from '../ids'

const ARRIVED = '20261121152000_trust'

test('what was voted and accepted before there were points counts like what comes after', async () => {
  const before = join(mkdtempSync(join(tmpdir(), 'before-')), 'migrations')
  cpSync(MIGRATIONS, before, { recursive: true, filter: (path) => !isLater(path) })
  await withScratch(env().DATABASE_URL ?? '', async (url) => {
    await migrate(url, before)
    const [asker, helper, voter] = [newId(), newId(), newId()]
    await withClient(url, async (client) => {
      for (const id of [asker, helper, voter, CURATORS.id])
        await client.query(
          'INSERT INTO "Member" (id, handle, "handleSkeleton", "joinedAt") VALUES ($1, $2, $2, now())',
          [id, `synthetic-${id.slice(-12)}`],
        )
      const words = `'en', 'synthetic', '<p>synthetic</p>', 1, now()`
      const columns = `kind, "authorId", locale, markdown, html, renderer, "postedAt"`
      const { rows } = await client.query(
        `INSERT INTO "Post" (${columns}, title) VALUES ('question', $1, ${words}, 'synthetic') RETURNING id`,
        [asker],
      )
      const question = rows[0].id
      await client.query('INSERT INTO "Question" ("postId", "answerCount") VALUES ($1, 2)', [question])
      const answers: number[] = []
      for (const author of [helper, CURATORS.id]) {
        const made = await client.query(
          `INSERT INTO "Post" (${columns}) VALUES ('answer', $1, ${words}) RETURNING id`,
          [author],
        )
        answers.push(made.rows[0].id)
        await client.query('INSERT INTO "Answer" ("postId", "questionId") VALUES ($1, $2)', [made.rows[0].id, question])
      }
      for (const [post, value] of [
        [question, -1],
        [answers[0], 1],
        [answers[1], 1],
      ])
        await client.query(
          'INSERT INTO "Vote" (id, "postId", "memberId", value, "castAt") VALUES ($1, $2, $3, $4, now())',
          [newId(), post, voter, value],
        )
      await client.query('INSERT INTO "Acceptance" VALUES ($1, $2, $3, now())', [question, answers[0], asker])
    })
    expect(await migrate(url)).toContain(ARRIVED)
    await withClient(url, async (client) => {
      const { rows } = await client.query('SELECT id, reputation FROM "Member" WHERE reputation > 0')
      expect(rows).toEqual([{ id: helper, reputation: 25 }])
      const drifts = (await examine(client)).flatMap(({ drift }) => drift?.what ?? [])
      expect(drifts.filter((what) => /reputation/.test(what))).toEqual([])
    })
  })
  rmSync(before, { recursive: true })
})

const isLater = (path: string) => (path.split('/').find((part) => /^\d{14}_/.test(part)) ?? '') >= ARRIVED
