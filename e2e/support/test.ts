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

type Level = 'new' | 'member' | 'regular' | 'trusted'
export type Role = 'member' | 'moderator' | 'administrator'
/** `proven`: has a passkey, and the session has proven it; `owed`: has one, and the session has not. */
export type Factor = 'none' | 'proven' | 'owed'
type How = { role?: Role; level?: Level; factor?: Factor }
export type Member = { id: string; handle: string; cookie: string; token: string }

export type Sql = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

type Fixtures = {
  /** Asks the portal's database. */
  sql: Sql
  /** A new synthetic member with a session. Whoever moderates has proven a second factor in it, unless `factor` says otherwise. */
  member: (how?: How & { isSuspended?: boolean }) => Promise<Member>
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
    await use(async ({ isSuspended = false, ...how } = {}) => {
      const made = await putMember(sql, how)
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

/** No finding of axe, in the state that the page is in now; of some rules alone where only these can have changed. */
export async function expectAccessible(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)).toEqual([])
}

/** Nothing sticks out to the right. */
export async function expectNoOverflow(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

/** Puts a synthetic member with a session into a database, who is not new any more unless that is said. */
export async function putMember(
  sql: Sql,
  { role = 'member', level = 'member', factor = role === 'member' ? 'none' : 'proven' }: How = {},
): Promise<Member> {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const handle = `synthetic-${id.slice(-12)}`
  await sql(
    'INSERT INTO "Member" (id, handle, "handleSkeleton", role, level, "joinedAt", "hasSecondFactor") VALUES ($1, $2, $6, $3, $4, now(), $5)',
    [id, handle, role, level, factor !== 'none', skeleton(handle)],
  )
  await sql(
    `INSERT INTO "Session" (id, "tokenHash", "memberId", "startedAt", "expiresAt", "secondFactorAt") VALUES ($1, $2, $3, now(), now() + interval '1 hour', CASE WHEN $4 THEN now() END)`,
    [randomUUID(), createHash('sha256').update(token).digest('base64url'), id, factor === 'proven'],
  )
  if (factor !== 'none')
    await sql(
      `INSERT INTO "Passkey" (id, "memberId", "credentialId", "publicKey", "addedAt") VALUES ($1, $2, $3, '\\x00', now())`,
      [randomUUID(), id, randomUUID()],
    )
  return { id, handle, token, cookie: `authjs.session-token=${token}` }
}
