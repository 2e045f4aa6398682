import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { unsubscribePath } from '../paths'
import { refuseUnless } from '../refusal'
import { keyedHash } from '../secrets'
import { setWanted, wantedBy } from './choices'
import { type ChosenKind, notificationKinds } from './kinds'
import { reachOf } from './reach'
import type { UnsubscribeInput } from './schema'

const PURPOSE = 'unsubscribe'

/** What one click can end: letters of a kind, or the round-up. */
export type LetterKind = ChosenKind | 'digest'
const letterKinds: readonly LetterKind[] = [...notificationKinds, 'digest']

type Named = { memberId: string; kinds: LetterKind[] }

/** A signed link for the letters of one member of some kinds: whoever holds it may end them, and nothing else. It does not end. */
export function unsubscribeToken(memberId: string, kinds: readonly LetterKind[]): string {
  const said = `${memberId}.${[...new Set(kinds)].sort().join('-')}`
  return `${said}.${keyedHash(PURPOSE, said)}`
}

/** Whose letters a link is about; nothing when we have not signed it. */
export function readToken(token: string): Named | undefined {
  const [memberId = '', list = '', mac = '', ...rest] = token.split('.')
  const expected = Buffer.from(keyedHash(PURPOSE, `${memberId}.${list}`))
  const given = Buffer.from(mac)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const kinds = letterKinds.filter((kind) => list.split('-').includes(kind))
  return z.uuid().safeParse(memberId).success && kinds.length > 0 ? { memberId, kinds } : undefined
}

/** What the page behind the link says: which letters, and whether they still come. */
export async function subscriptionOf(token: string) {
  const named = readToken(token)
  if (!named || !(await memberExists(named.memberId))) return undefined
  const { memberId, kinds } = named
  const [wanted, { digest }] = await Promise.all([wantedBy(memberId, 'mail'), reachOf(db(), memberId)])
  const isOver = (kind: LetterKind) => (kind === 'digest' ? digest === 'never' : !wanted.has(kind))
  return { kinds, isOver: kinds.every(isOver) }
}

/** Ends the letters that the link names. Needs no session: the signature is the authority. Refuses what we have not signed. */
export async function unsubscribe(
  _viewer: Viewer,
  { token }: UnsubscribeInput,
  { tx, locale }: Setting,
): Promise<Done> {
  const named = readToken(token)
  refuseUnless(named, 'notFound')
  const member = await tx.member.findUnique({ where: { id: named.memberId }, select: { id: true } })
  refuseUnless(member, 'notFound')
  const kinds = named.kinds.filter((kind) => kind !== 'digest')
  await setWanted(tx, named.memberId, 'mail', new Map(kinds.map((kind) => [kind, false])))
  if (named.kinds.includes('digest'))
    await tx.reach.updateMany({
      where: { memberId: named.memberId },
      data: { digest: 'never', digestDueAt: null },
    })
  return { id: named.memberId, path: unsubscribePath(locale, token) }
}

async function memberExists(id: string): Promise<boolean> {
  return (await db().member.count({ where: { id } })) === 1
}
