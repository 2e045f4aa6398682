import 'server-only'
import { db, type Tx } from '../db'
import { keptDrafts } from '../door/draft'
import { opened } from '../mail/post'
import { mailboxKey } from '../sign-in/mailbox'
import type { Holding } from './holdings'
import type { Subject } from './subject'

/** How somebody gets in, and what is remembered of it. What is secret (hashes, sealed letters) is in no export. */
export const signInHoldings: readonly Holding[] = [
  {
    table: 'WayIn',
    columns: ['memberId'],
    exported: {
      file: 'ways-in',
      rows: ({ id }) =>
        db().wayIn.findMany({
          where: { memberId: id },
          select: { kind: true, address: true, subject: true, addedAt: true, refusedAt: true },
          orderBy: { addedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.wayIn.deleteMany({ where: { memberId: id } }),
    isIdentity: true,
  },
  {
    table: 'Session',
    columns: ['memberId'],
    exported: {
      file: 'sessions',
      rows: ({ id }) =>
        db().session.findMany({
          where: { memberId: id },
          select: { browser: true, system: true, startedAt: true, lastUsedAt: true, expiresAt: true },
          orderBy: { startedAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.session.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'KnownDevice',
    columns: ['memberId'],
    exported: {
      file: 'devices',
      rows: ({ id }) =>
        db().knownDevice.findMany({
          where: { memberId: id },
          select: { browser: true, system: true, locale: true, seenAt: true, expiresAt: true },
          orderBy: { seenAt: 'asc' },
        }),
    },
    erased: (tx, { id }) => tx.knownDevice.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'SignInChallenge',
    columns: ['memberId'],
    exported: { because: 'a sign-in under way: an address that stands in ways-in.json and secrets, for minutes' },
    erased: (tx, { id, addresses }) =>
      tx.signInChallenge.deleteMany({ where: { OR: [{ memberId: id }, { address: { in: addresses } }] } }),
  },
  {
    table: 'Letter',
    columns: [],
    exported: { because: 'sealed, and on its way to the member themselves' },
    erased: dropLetters,
  },
  {
    table: 'Draft',
    columns: ['memberId'],
    exported: { file: 'drafts', rows: ({ id }) => keptDrafts(id) },
    erased: (tx, { id }) => tx.draft.deleteMany({ where: { memberId: id } }),
  },
  {
    table: 'Submission',
    columns: [],
    exported: { because: 'hashes, which nobody can trace back to a member, for a day' },
    // They all ended long ago: whoever is leaving does not write, and a day is the most it is kept. An answer may hold the words of a title.
    erased: (tx, _subject, now) => tx.submission.deleteMany({ where: { expiresAt: { lte: now } } }),
  },
  {
    table: 'RateLimit',
    columns: [],
    exported: { because: 'counts under keyed hashes, for a day at most' },
    erased: (tx, { addresses }) => {
      const hashes = addresses.map(mailboxKey)
      return tx.rateLimit.deleteMany({ where: { OR: hashes.map((hash) => ({ key: { endsWith: hash } })) } })
    },
  },
  {
    table: 'AdministratorInvitation',
    columns: ['claimedById'],
    exported: { because: 'an act of office: that it was done, and when, stands in log.json' },
    erased: { kept: 'an id and a time: how the site got an administrator' },
  },
]

const LETTERS_AT_ONCE = 500

// To whom a letter goes is known only once it is opened.
async function dropLetters(tx: Tx, { addresses }: Subject) {
  for (let last = ''; ; ) {
    const letters = await tx.letter.findMany({
      where: last ? { id: { gt: last } } : {},
      select: { id: true, sealed: true },
      orderBy: { id: 'asc' },
      take: LETTERS_AT_ONCE,
    })
    const theirs = letters.filter((one) => addresses.includes(opened(one)?.to ?? ''))
    await tx.letter.deleteMany({ where: { id: { in: theirs.map(({ id }) => id) } } })
    last = letters.at(-1)?.id ?? ''
    if (letters.length < LETTERS_AT_ONCE) return
  }
}
