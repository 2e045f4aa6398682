import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Setting } from '../door'
import type { Done } from '../door/once'
import type { Locale } from '../i18n/locales'
import { mailChoicesPath, SAVED } from '../paths'
import { localeOf } from '../posts/views'
import { type MailedKind, mailedByDefault, notificationKinds } from './kinds'
import type { MailChoicesInput } from './schema'

/** Those among these members who want letters of this kind. */
export async function wanting(members: readonly string[], kind: MailedKind): Promise<ReadonlySet<string>> {
  const choices = await db().mailChoice.findMany({
    where: { memberId: { in: [...members] }, kind },
    select: { memberId: true, isWanted: true },
  })
  const chosen = new Map(choices.map(({ memberId, isWanted }) => [memberId, isWanted]))
  return new Set(members.filter((memberId) => chosen.get(memberId) ?? mailedByDefault[kind]))
}

/** The kinds of which this member wants letters. */
export async function wantedBy(memberId: string, tx: Pick<Tx, 'mailChoice'> = db()): Promise<Set<MailedKind>> {
  const rows = await tx.mailChoice.findMany({ where: { memberId }, select: { kind: true, isWanted: true } })
  const chosen = new Map(rows.map(({ kind, isWanted }) => [kind, isWanted]))
  return new Set(notificationKinds.filter((kind) => chosen.get(kind) ?? mailedByDefault[kind]))
}

export type MailChoices = { wanted: ReadonlySet<MailedKind>; letters: Locale }

/** What a member has chosen: kinds and the language of letters. Nothing for a guest. */
export async function mailChoices(viewer: Viewer): Promise<MailChoices | undefined> {
  if (viewer.id === null) return undefined
  const member = await db().member.findUniqueOrThrow({ where: { id: viewer.id }, select: { locale: true } })
  return { wanted: await wantedBy(viewer.id), letters: localeOf(member) }
}

/** Says of what a member wants letters, all of it at once, and in which language. Sets a state. */
export async function chooseMail(viewer: Viewer, input: MailChoicesInput, { tx, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  const { letters, ...wanted } = input
  await setWanted(tx, viewer.id, new Map(notificationKinds.map((kind) => [kind, wanted[kind] !== undefined])))
  await tx.member.update({ where: { id: viewer.id }, data: { locale: letters }, select: { id: true } })
  return { id: viewer.id, path: `${mailChoicesPath(locale)}#${SAVED}` }
}

/** Sets some choices; what waits to be written of a kind that is not wanted any more is not. */
export async function setWanted(tx: Tx, memberId: string, choices: ReadonlyMap<MailedKind, boolean>) {
  for (const [kind, isWanted] of choices)
    await tx.mailChoice.upsert({
      where: { memberId_kind: { memberId, kind } },
      create: { memberId, kind, isWanted },
      update: { isWanted },
      select: { kind: true },
    })
  const ended = [...choices].flatMap(([kind, isWanted]) => (isWanted ? [] : [kind]))
  await tx.notification.updateMany({
    where: { memberId, kind: { in: ended }, mailDueAt: { not: null } },
    data: { mailDueAt: null },
  })
}
