import { createHash, randomBytes, randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import pg from 'pg'
import { skeleton } from '../../lib/accounts/handle'
import { someNetwork } from './network'
import { databaseUrl } from './portal'

export const portalUrl = () => process.env.PORTAL_URL ?? ''
export const portalDataDir = () => process.env.PORTAL_DATA_DIR ?? ''

export const locales = ['zh', 'en', 'fr', 'nl'] as const
export type Locale = (typeof locales)[number]

type Role = 'member' | 'moderator' | 'administrator'
export type Member = { id: string; handle: string; cookie: string; token: string }

export type Sql = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

type Fixtures = {
  /** Asks the portal's database. */
  sql: Sql
  /** A new synthetic member with a session. */
  member: (how?: { role?: Role; isSuspended?: boolean }) => Promise<Member>
}

/** Each test comes from a network of its own, so that the limits of one do not reach into another. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(portalUrl()),
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': someNetwork() }),
  sql: async ({}, use) => {
    const client = new pg.Client({ connectionString: await databaseUrl(portalDataDir()) })
    await client.connect()
    await use((text, values) => client.query(text, values))
    await client.end()
  },
  member: async ({ sql }, use) => {
    await use(async ({ role = 'member', isSuspended = false } = {}) => {
      const made = await putMember(sql, role)
      // Begun before the session, which it would otherwise have ended.
      if (isSuspended)
        await sql(
          `INSERT INTO "Suspension" (id, "memberId", reason, "startedAt") VALUES ($1, $2, $3, now() - interval '1 minute')`,
          [randomUUID(), made.id, 'synthetic'],
        )
      return made
    })
  },
})

export { expect }

/** No finding of axe, in the state that the page is in now. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([])
}

/** Nothing sticks out to the right. */
export async function expectNoOverflow(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

/** Puts a synthetic member with a session into a database. */
export async function putMember(sql: Sql, role: Role = 'member'): Promise<Member> {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const handle = `synthetic-${id.slice(-12)}`
  await sql('INSERT INTO "Member" (id, handle, "handleSkeleton", role, "joinedAt") VALUES ($1, $2, $3, $4, now())', [
    id,
    handle,
    skeleton(handle),
    role,
  ])
  await sql(
    `INSERT INTO "Session" (id, "tokenHash", "memberId", "startedAt", "expiresAt") VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
    [randomUUID(), createHash('sha256').update(token).digest('base64url'), id],
  )
  return { id, handle, token, cookie: `authjs.session-token=${token}` }
}
