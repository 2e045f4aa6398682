import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

export type Tx = Prisma.TransactionClient

// node-postgres waits for ever by default, for a connection and for an answer (security.md, finding 12).
const CONNECT_MS = 5_000
const STATEMENT_MS = 5_000
const IDLE_IN_TRANSACTION_MS = 10_000

type Connections = { pool: pg.Pool; client: PrismaClient }
const place = Symbol.for('xuxin.db')
const shared = globalThis as typeof globalThis & { [place]?: Connections }

function connections(): Connections {
  shared[place] ??= connect(databaseUrl())
  return shared[place]
}

function databaseUrl() {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: the start command sets it for the embedded database')
  return url
}

export function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + 1_000, // a server that hangs does not keep its own time
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  })
  // An idle connection that the server closes must not end the process; the next query opens another.
  pool.on('error', () => {})
  return pool
}

function connect(url: string): Connections {
  const pool = poolOf(url, env().DATABASE_POOL)
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) }) }
}

export function db(): PrismaClient {
  return connections().client
}

/** A value for a JSON column. */
export function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue
}

/** A value for a JSON column that may be empty: what is not there is SQL's NULL. */
export function jsonOrNull(value: unknown) {
  return value === undefined || value === null ? Prisma.DbNull : json(value)
}

/**
 * SQL made of constants, its places (`$1`, `$2`) filled with these values: for what the doctor asks in the same words, by a connection
 * of its own (lib/doctor).
 */
export function statement(text: string, ...values: unknown[]): Prisma.Sql {
  const places = text.match(/\$\d/g) ?? []
  return new Prisma.Sql(
    text.split(/\$\d/),
    places.map((place) => values[Number(place.slice(1)) - 1]),
  )
}

/** The same connections for the libraries that speak to PostgreSQL themselves. */
export function pool(): pg.Pool {
  return connections().pool
}

export async function disconnect() {
  const open = shared[place]
  shared[place] = undefined
  await open?.client.$disconnect()
  await open?.pool.end()
}

// Class 08 (connection), 53 (resources), 57 (shutdown, starting up, statement timeout); Prisma's own names for the same; the socket's.
const UNAVAILABLE = /^(08...|53...|57...|P1001|P1002|P1008|P1017|P2024|P2028|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND)$/

/** Is this error "the database cannot be had now", which a person may try again, and not a bug? */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (UNAVAILABLE.test(code)) return true
  if (
    /timeout exceeded when trying|connection terminated|connection error|not queryable|query read timeout|timeout expired|DatabaseNotReachable|ConnectionClosed/i.test(
      error.message,
    )
  )
    return true
  const inner = 'meta' in error ? codesIn(error.meta) : []
  return inner.some((one) => UNAVAILABLE.test(one)) || isUnavailable(error.cause)
}

// Prisma hides the driver's code under `meta.driverAdapterError.cause`.
function codesIn(meta: unknown): string[] {
  const text =
    JSON.stringify(meta, (_key, value) => (value instanceof Error ? { ...value, cause: value.cause } : value)) ?? ''
  return [...text.matchAll(/"(?:originalCode|code|kind)":"([^"]+)"/g)].map(([, code = '']) => code)
}
