import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { EXPORT_EVERY_HOURS } from '../accounts/data-terms'
import type { MemberViewer } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import { documents } from '../documents/documents'
import { agreed } from './consent'
import { type ExportFile, exportFiles } from './files'
import { holdings } from './holdings'
import type { PostChoice } from './schema'

/** How much is kept of each kind. The account itself is one, always. */
export async function holdingCounts(viewer: MemberViewer): Promise<{ file: ExportFile; count: number }[]> {
  const counted = holdings.flatMap(({ table, columns: [column], exported }) =>
    'file' in exported && column ? [{ file: exported.file, table, column }] : [],
  )
  const selects = counted.map(
    ({ file, table, column }) =>
      Prisma.sql`SELECT ${file}::text AS "file", count(*)::int AS "count" FROM ${named(table)} WHERE ${named(column)} = ${viewer.id}::uuid`,
  )
  const rows = await db().$queryRaw<{ file: string; count: number }[]>(Prisma.join(selects, ' UNION ALL '))
  return exportFiles.map((file) => ({ file, count: rows.find((row) => row.file === file)?.count ?? 0 }))
}

// Names of our own list, never of a reader.
const named = (identifier: string) => Prisma.raw(`"${identifier}"`)

/** The copy that was asked for last: being made, ready, or too large. `mayAskFrom`: before that, no other one. */
export type MyExport =
  | { state: 'failed' }
  | { state: 'making'; mayAskFrom: Date }
  | { state: 'ready'; id: string; madeAt: Date; expiresAt: Date; bytes: number; mayAskFrom: Date }

const HOUR_MS = 3_600_000

export async function myExport(viewer: Viewer, now: Date): Promise<MyExport | undefined> {
  if (viewer.id === null) return undefined
  const row = await db().export.findFirst({
    where: { memberId: viewer.id, expiresAt: { gt: now } },
    select: { id: true, askedAt: true, madeAt: true, failedAt: true, expiresAt: true, bytes: true },
    orderBy: { askedAt: 'desc' },
  })
  if (!row) return undefined
  const { id, askedAt, madeAt, failedAt, expiresAt, bytes } = row
  if (failedAt) return { state: 'failed' }
  const mayAskFrom = new Date(askedAt.getTime() + EXPORT_EVERY_HOURS * HOUR_MS)
  if (!madeAt || bytes === null) return { state: 'making', mayAskFrom }
  return { state: 'ready', id, madeAt, expiresAt, bytes, mayAskFrom }
}

export type MyErasure = { posts: PostChoice; dueAt: Date; hasBegun: boolean }

/** What becomes of the viewer's account, if they asked to be erased. */
export async function myErasure(viewer: Viewer): Promise<MyErasure | undefined> {
  if (viewer.id === null) return undefined
  const row = await db().erasure.findUnique({
    where: { memberId: viewer.id },
    select: { posts: true, dueAt: true, begunAt: true },
  })
  return row ? { posts: row.posts, dueAt: row.dueAt, hasBegun: row.begunAt !== null } : undefined
}

export type ConsentView = { document: 'rules' | 'privacy'; version: number; givenAt: Date }

/** What the viewer agreed to, the latest first. */
export async function myConsents(viewer: MemberViewer): Promise<ConsentView[]> {
  const rows = await db().consent.findMany({
    where: { memberId: viewer.id },
    select: { document: true, version: true, givenAt: true },
    orderBy: [{ givenAt: 'desc' }, { document: 'asc' }],
  })
  return rows.flatMap(({ document, ...row }) => {
    const known = agreed.find((one) => one === document)
    return known ? [{ ...row, document: known }] : []
  })
}

/** The versions to agree to, when there is one that the viewer has not. */
export async function wordingToAgree(viewer: Viewer): Promise<{ rules: number; privacy: number } | undefined> {
  if (viewer.id === null || viewer.isLeaving) return undefined
  const [rules, privacy] = [documents.rules.version, documents.privacy.version]
  const given = await db().consent.count({
    where: {
      memberId: viewer.id,
      OR: [
        { document: 'rules', version: rules },
        { document: 'privacy', version: privacy },
      ],
    },
  })
  return given === agreed.length ? undefined : { rules, privacy }
}
