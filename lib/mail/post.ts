import 'server-only'
import type { NotificationKind } from '@/prisma/generated/client'
import type { Tx } from '../db'
import type { Locale } from '../i18n/locales'
import { newId } from '../ids'
import { seal, unseal } from '../secrets'

/** What a letter about somebody's own data says: a copy lies ready, or leaving was asked for, is near, or was taken back. */
export type AccountNews = 'exportReady' | 'erasureAsked' | 'erasureSoon' | 'erasureTakenBack'

/** Every kind of letter that we write, with what it is made of. */
export type Letter = { to: string; locale: Locale } & (
  | { template: 'signIn'; props: { link: string; code: string; minutes: number } }
  | { template: 'news'; props: News }
  | { template: 'newDevice'; props: { browser: string; system: string; at: string } }
  | { template: 'secondFactor'; props: { what: FactorNews; browser: string; system: string; at: string } }
  | { template: 'newAddress'; props: { link: string; code: string; minutes: number; handle: string } }
  /** `way`: an address, or what a provider is called. */
  | { template: 'wayChanged'; props: { change: 'added' | 'removed'; way: string; at: string } }
  | { template: 'digest'; props: RoundUp }
  | { template: 'account'; props: { kind: AccountNews; day: string } }
)

/** What may happen to somebody's second step of signing in. */
export type FactorNews =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'passkeyCopied'
  | 'appAdded'
  | 'appRemoved'
  | 'codesMade'
  | 'codeUsed'
  | 'reset'

/** What a letter about something new tells: the newest of it in its own words, and where the rest is. */
export type News = {
  memberId: string
  /** Kinds and rows (lib/notifications) that it tells of, the newest first. */
  kinds: readonly Exclude<NotificationKind, 'badge' | 'level'>[]
  notifications: readonly string[]
  excerpt: string
  title: string
  count: number
  /** Of votes: how many. */
  mark: number
  path: string
  /** Ends letters of these kinds, without signing in. */
  token: string
}

/** A round-up: what happened on the pages that a member follows, and questions that wait for an answer. */
export type RoundUp = {
  memberId: string
  frequency: 'daily' | 'weekly'
  pages: readonly { title: string; path: string; lines: readonly { kind: NotificationKind; count: number }[] }[]
  questions: readonly { title: string; path: string; operator: string; locale: Locale }[]
  /** Posts that it names: if one of them is hidden before it leaves, it does not. */
  posts: readonly number[]
  /** The last one before whoever has not come for so many days is left in peace. */
  lastAfterDays: number | undefined
  token: string
}

/**
 * Puts a letter into the outbox, in the transaction that makes it true: it goes out if and only if that commits. Sealed, because a
 * link in it opens an account.
 */
export async function post(
  tx: Tx,
  letter: Letter,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<string> {
  const id = newId()
  const sealed = Uint8Array.from(seal('letter', id, Buffer.from(JSON.stringify(letter))))
  await tx.letter.create({
    data: { id, template: letter.template, sealed, writtenAt: now, dueAt: now, expiresAt },
    select: { id: true },
  })
  return id
}

/** The letter again, or nothing when it was sealed under another secret. */
export function opened({ id, sealed }: { id: string; sealed: Uint8Array }): Letter | undefined {
  const plain = unseal('letter', id, sealed)
  return plain && (JSON.parse(plain.toString('utf8')) as Letter)
}
