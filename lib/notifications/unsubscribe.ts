import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Setting } from '../door'
import type { Done } from '../door/once'
import { unsubscribePath } from '../paths'
import { refuseUnless } from '../refusal'
import { keyedHash } from '../secrets'
import { setWanted, wantedBy } from './choices'
import { type MailedKind, notificationKinds } from './kinds'
import type { UnsubscribeInput } from './schema'

const PURPOSE = 'unsubscribe'

type Named = { memberId: string; kinds: MailedKind[] }

/** A signed link for the letters of one member of some kinds: whoever holds it may end them, and nothing else. It does not end. */
export function unsubscribeToken(memberId: string, kinds: readonly MailedKind[]): string {
  const said = `${memberId}.${[...new Set(kinds)].sort().join('-')}`
  return `${said}.${keyedHash(PURPOSE, said)}`
}

/** Whose letters a link is about; nothing when we have not signed it. */
export function readToken(token: string): Named | undefined {
  const [memberId = '', list = '', mac = '', ...rest] = token.split('.')
  const expected = Buffer.from(keyedHash(PURPOSE, `${memberId}.${list}`))
  const given = Buffer.from(mac)
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const kinds = notificationKinds.filter((kind) => list.split('-').includes(kind))
  return z.uuid().safeParse(memberId).success && kinds.length > 0 ? { memberId, kinds } : undefined
}

/** What the page behind the link says: which letters, and whether they still come. */
export async function subscriptionOf(token: string) {
  const named = readToken(token)
  if (!named || !(await memberExists(named.memberId))) return undefined
  const wanted = await wantedBy(named.memberId)
  return { kinds: named.kinds, isOver: named.kinds.every((kind) => !wanted.has(kind)) }
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
  await setWanted(tx, named.memberId, new Map(named.kinds.map((kind) => [kind, false])))
  return { id: named.memberId, path: unsubscribePath(locale, token) }
}

async function memberExists(id: string): Promise<boolean> {
  return (await db().member.count({ where: { id } })) === 1
}
