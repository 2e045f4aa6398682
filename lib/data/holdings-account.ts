import 'server-only'
import { EXCLUSION_DAYS_MAX } from '../accounts/data-terms'
import { exclusionHash } from '../accounts/exclusions'
import { isInForce } from '../accounts/viewer'
import { db, type Tx } from '../db'
import { daysAfter } from './days'
import type { Holding } from './holdings'
import type { Subject } from './subject'

/** What an account is: who, since when, under which names and rules. */
export const accountHoldings: readonly Holding[] = [
  {
    table: 'Member',
    columns: ['id'],
    exported: {
      file: 'account',
      rows: ({ id }) =>
        db().member.findUnique({
          where: { id },
          select: {
            id: true,
            handle: true,
            role: true,
            level: true,
            reputation: true,
            joinedAt: true,
            locale: true,
            erasure: { select: { askedAt: true, dueAt: true, posts: true } },
          },
        }),
    },
    erased: { kept: 'becomes a row without a name, at the very end (erase.ts)' },
  },
  {
    table: 'Erasure',
    columns: ['memberId'],
    exported: { because: 'it stands in account.json' },
    erased: { kept: 'it says how far the erasing is, and goes with the last of it (erase.ts)' },
  },
  {
    table: 'Profile',
    columns: ['memberId'],
    exported: {
      file: 'profile',
      rows: ({ id }) =>
        db().profile.findUnique({
          where: { memberId: id },
          select: {
            name: true,
            languages: true,
            markdown: true,
            showsLanguages: true,
            showsOperators: true,
            showsContributions: true,
            savedAt: true,
            operators: { select: { operator: { select: { slug: true, name: true } } } },
          },
        }),
    },
    erased: (tx, { id }) => tx.profile.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Avatar',
    columns: ['memberId'],
    exported: {
      file: 'picture',
      rows: ({ id }) => db().avatar.findUnique({ where: { memberId: id }, select: { savedAt: true } }),
    },
    erased: (tx, { id }) => tx.avatar.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'ProfileOperator',
    columns: ['memberId'],
    exported: { because: 'it stands in profile.json' },
    erased: (tx, { id }) => tx.profileOperator.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'HandleChange',
    columns: ['memberId'],
    exported: {
      file: 'former-handles',
      rows: ({ id }) =>
        db().handleChange.findMany({
          where: { memberId: id },
          select: { handle: true, changedAt: true },
          orderBy: { changedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.handleChange.deleteMany({ where: { memberId: id } }),
    isIdentity: true,
  },
  {
    table: 'Consent',
    columns: ['memberId'],
    exported: {
      file: 'consents',
      rows: ({ id }) =>
        db().consent.findMany({
          where: { memberId: id },
          select: { document: true, version: true, locale: true, textHash: true, givenAt: true },
          orderBy: { givenAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.consent.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Suspension',
    columns: ['memberId'],
    exported: {
      file: 'suspensions',
      rows: ({ id }) =>
        db().suspension.findMany({
          where: { memberId: id },
          select: { reason: true, startedAt: true, endsAt: true, liftedAt: true },
          orderBy: { startedAt: 'asc' },
        }),
    },
    erased: excludeInstead,
  },
  {
    table: 'Export',
    columns: ['memberId'],
    exported: { because: 'it is this file' },
    erased: (tx, { id }) => tx.export.deleteMany({ where: { memberId: id } }),
  },
]

// Leaving must not lift a suspension: of one in force the ways in stay as keyed hashes, until it would have ended.
async function excludeInstead(tx: Tx, { id, waysIn }: Subject, now: Date) {
  const suspensions = await tx.suspension.findMany({ where: { memberId: id } })
  const inForce = suspensions.find((one) => isInForce(one, now))
  const longest = daysAfter(now, EXCLUSION_DAYS_MAX)
  const expiresAt = inForce?.endsAt && inForce.endsAt < longest ? inForce.endsAt : longest
  const data = waysIn.map((wayIn) => ({ wayInHash: exclusionHash(wayIn), expiresAt }))
  if (inForce) await tx.exclusion.createMany({ data, skipDuplicates: true })
  await tx.suspension.deleteMany({ where: { memberId: id } })
}
