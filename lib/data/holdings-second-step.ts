import 'server-only'
import { db } from '../db'
import type { Holding } from './holdings'

/** The second step of signing in, and further ways that are under way. */
export const secondStepHoldings: readonly Holding[] = [
  {
    table: 'Passkey',
    columns: ['memberId'],
    exported: {
      file: 'passkeys',
      rows: ({ id }) =>
        db().passkey.findMany({
          where: { memberId: id },
          select: { browser: true, system: true, transports: true, addedAt: true, lastUsedAt: true },
          orderBy: { addedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.passkey.deleteMany({ where: { memberId: id } }),
    isIdentity: true,
  },
  {
    table: 'AuthenticatorApp',
    columns: ['memberId'],
    exported: {
      file: 'authenticator-apps',
      rows: ({ id }) =>
        db().authenticatorApp.findMany({
          where: { memberId: id },
          select: { madeAt: true, provenAt: true, lastUsedAt: true },
        }),
    },
    erased: (tx, { id }) => tx.authenticatorApp.deleteMany({ where: { memberId: id } }),
    isIdentity: true,
  },
  {
    table: 'RecoveryCode',
    columns: ['memberId'],
    exported: { because: 'secrets, of which only hashes are kept' },
    erased: (tx, { id }) => tx.recoveryCode.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'RecoverySheet',
    columns: ['memberId'],
    exported: { because: 'the same codes, sealed, for minutes' },
    erased: (tx, { id }) => tx.recoverySheet.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'PasskeyChallenge',
    columns: ['memberId'],
    exported: { because: 'hashes of what a passkey is asked to sign, for minutes' },
    erased: (tx, { id }) => tx.passkeyChallenge.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'ProviderVisit',
    columns: ['memberId'],
    exported: {
      because: 'a visit to a provider that is under way, for minutes; what came of it stands in ways-in.json',
    },
    erased: (tx, { id, waysIn }) =>
      tx.providerVisit.deleteMany({
        where: { OR: [{ memberId: id }, { subject: { in: waysIn.flatMap(({ subject }) => subject ?? []) } }] },
      }),
  },
  {
    table: 'NewAddress',
    columns: ['memberId'],
    exported: {
      file: 'new-address',
      rows: ({ id }) =>
        db().newAddress.findUnique({
          where: { memberId: id },
          select: { address: true, startedAt: true, expiresAt: true },
        }),
    },
    erased: (tx, { id }) => tx.newAddress.deleteMany({ where: { memberId: id } }),
    isIdentity: true,
  },
]
