import { randomUUID } from 'node:crypto'
import { privatePages, statusFor, type ViewerKind, viewerKinds } from '../lib/testing/access-matrix'
import { someNetwork } from './support/network'
import { expect, type Factor, type Member, type Role, type Sql, test } from './support/test'

// Also in the forms in which proxies were once got round (security.md 1.2): the answer must be the same.
const disguises: Record<string, Record<string, string>> = {
  plain: {},
  'as a sub-request': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  'as data': { 'x-nextjs-data': '1', 'x-now-route-matches': '1' },
}

for (const who of viewerKinds) {
  test(`private pages answer ${who} as the access matrix says`, async ({ request, member, sql }) => {
    const author = await member()
    const viewer = who === 'guest' ? undefined : who === 'author' ? author : await someone(who, member)
    const receipt = randomUUID().replace(/^(.{14})./, '$17')
    await sql(
      `INSERT INTO "Feedback" (id, kind, text, locale, "sentAt", "memberId") VALUES ($1, 'other', 'synthetic', 'zh', now(), $2)`,
      [receipt, author.id],
    )
    await sql(`INSERT INTO "Event" (id, kind, at, "feedbackId") VALUES ($1, 'feedbackSent', now(), $2)`, [
      randomUUID(),
      receipt,
    ])

    const hidden = await hiddenQuestion(author.id, sql)

    for (const [file, row] of Object.entries(privatePages)) {
      const id = file.startsWith('posts/') ? String(hidden) : receipt
      const path = `/zh/${file.replace('/page.tsx', '').replace('[id]', id).replace('[handle]', author.handle).replace('[token]', 'x'.repeat(43))}`
      for (const [name, headers] of Object.entries(disguises)) {
        const cookie: Record<string, string> = viewer ? { Cookie: viewer.cookie } : {}
        const answer = await request.get(path, { headers: { ...headers, ...cookie, 'X-Forwarded-For': someNetwork() } })
        expect(answer.status(), `${path} ${name}`).toBe(statusFor(row, who))
        expect(answer.headers()['cache-control'], path).toBe('private, no-store')
      }
    }
  })
}

async function hiddenQuestion(authorId: string, sql: Sql): Promise<number> {
  const { rows } = await sql(
    `INSERT INTO "Post" (kind, "authorId", locale, title, markdown, html, renderer, "postedAt") VALUES ('question', $1, 'zh', 'synthetic', '', '', 1, now()) RETURNING id`,
    [authorId],
  )
  const { id } = rows[0]
  await sql('INSERT INTO "Question" ("postId") VALUES ($1)', [id])
  await sql(`INSERT INTO "Event" (id, kind, at, "postId") VALUES ($1, 'questionAsked', now(), $2)`, [randomUUID(), id])
  await sql(
    `INSERT INTO "Removal" (id, "postId", "removedById", reason, "removedAt") VALUES ($1, $2, $3, 'spam', now())`,
    [randomUUID(), id, authorId],
  )
  return id
}

function someone(
  who: ViewerKind,
  member: (how: { role?: Role; isSuspended?: boolean; factor?: Factor }) => Promise<Member>,
) {
  if (who === 'unproven') return member({ role: 'administrator', factor: 'none' })
  if (who === 'owing') return member({ role: 'administrator', factor: 'owed' })
  if (who === 'suspended') return member({ isSuspended: true })
  return member({ role: who === 'moderator' || who === 'administrator' ? who : 'member' })
}
