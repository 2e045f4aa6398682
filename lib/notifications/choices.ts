import 'server-only'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import type { Locale } from '../i18n/locales'
import { notificationsPath, SAVED } from '../paths'
import { localeOf } from '../posts/views'
import {
  alwaysListed,
  byDefault,
  type Channel,
  channels,
  type NotificationKind,
  notificationKinds,
  type Ways,
} from './kinds'
import { type Reach, reachOf, setReach } from './reach'
import type { ChoicesInput } from './schema'

type Reader = Pick<Tx, 'notificationChoice'>

/** In which ways each of these members wants to be told of this kind. A push is wanted only by who has a browser that takes them. */
export async function waysFor(members: readonly string[], kind: NotificationKind): Promise<(member: string) => Ways> {
  const among = { memberId: { in: [...members] } }
  const [choices, devices] = await Promise.all([
    db().notificationChoice.findMany({
      where: { ...among, kind },
      select: { memberId: true, channel: true, isWanted: true },
    }),
    db().pushSubscription.findMany({ where: among, select: { memberId: true }, distinct: ['memberId'] }),
  ])
  const chosen = new Map(choices.map(({ memberId, channel, isWanted }) => [`${memberId} ${channel}`, isWanted]))
  const reached = new Set(devices.map(({ memberId }) => memberId))
  return (member) => {
    const wants = (channel: Channel) => chosen.get(`${member} ${channel}`) ?? byDefault[kind][channel]
    return {
      inbox: wants('inbox') || alwaysListed.includes(kind),
      mail: wants('mail'),
      push: wants('push') && reached.has(member),
    }
  }
}

/** The kinds of which this member wants to be told in this way. */
export async function wantedBy(
  memberId: string,
  channel: Channel,
  tx: Reader = db(),
): Promise<ReadonlySet<NotificationKind>> {
  const rows = await tx.notificationChoice.findMany({
    where: { memberId, channel },
    select: { kind: true, isWanted: true },
  })
  const chosen = new Map(rows.map(({ kind, isWanted }) => [kind, isWanted]))
  const isKept = (kind: NotificationKind) => channel === 'inbox' && alwaysListed.includes(kind)
  return new Set(notificationKinds.filter((kind) => isKept(kind) || (chosen.get(kind) ?? byDefault[kind][channel])))
}

export type Choices = { wanted: Record<Channel, ReadonlySet<NotificationKind>>; letters: Locale; reach: Reach }

/** What a member has chosen: of what, how, when, and in which language. Nothing for a guest. */
export async function choicesOf(viewer: Viewer): Promise<Choices | undefined> {
  const { id } = viewer
  if (id === null) return undefined
  const [member, reach, inbox, mail, push] = await Promise.all([
    db().member.findUniqueOrThrow({ where: { id }, select: { locale: true } }),
    reachOf(db(), id),
    ...channels.map((channel) => wantedBy(id, channel)),
  ])
  const nothing = new Set<NotificationKind>()
  return {
    wanted: { inbox: inbox ?? nothing, mail: mail ?? nothing, push: push ?? nothing },
    letters: localeOf(member),
    reach,
  }
}

/** Says of what a member wants to hear, how and when, all of it at once. Sets a state. */
export async function choose(viewer: Viewer, input: ChoicesInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  for (const channel of channels) {
    const wanted = new Set(input[channel])
    await setWanted(tx, viewer.id, channel, new Map(notificationKinds.map((kind) => [kind, wanted.has(kind)])))
  }
  await setReach(tx, viewer.id, input, now)
  await tx.member.update({ where: { id: viewer.id }, data: { locale: input.letters }, select: { id: true } })
  return { id: viewer.id, path: `${notificationsPath(locale)}#${SAVED}` }
}

const DUE = { mail: 'mailDueAt', push: 'pushDueAt' } as const

/** Sets some choices; what waits to be sent of a kind that is not wanted any more is not. */
export async function setWanted(
  tx: Tx,
  memberId: string,
  channel: Channel,
  choices: ReadonlyMap<NotificationKind, boolean>,
) {
  for (const [kind, isWanted] of choices)
    await tx.notificationChoice.upsert({
      where: { memberId_kind_channel: { memberId, kind, channel } },
      create: { memberId, kind, channel, isWanted },
      update: { isWanted },
      select: { kind: true },
    })
  if (channel === 'inbox') return
  const due = DUE[channel]
  const ended = [...choices].flatMap(([kind, isWanted]) => (isWanted ? [] : [kind]))
  await tx.notification.updateMany({
    where: { memberId, kind: { in: ended }, [due]: { not: null } },
    data: { [due]: null },
  })
}
