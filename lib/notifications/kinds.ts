import type { Channel, NotificationKind } from '@/prisma/generated/client'

export type { Channel, NotificationKind }

/** The ways in which a member can be told, in the order of the page of choices. */
export const channels = ['inbox', 'mail', 'push'] as const satisfies readonly Channel[]
export type Ways = Readonly<Record<Channel, boolean>>

const everyWay: Ways = { inbox: true, mail: true, push: true }
const quietly: Ways = { inbox: true, mail: false, push: false }
const withoutLetter: Ways = { inbox: true, mail: false, push: true }

/** About the member and no post: in the inbox only, and not to be chosen. */
export const aboutMember = ['badge', 'level'] as const satisfies NotificationKind[]
export type ChosenKind = Exclude<NotificationKind, (typeof aboutMember)[number]>

/**
 * Everything that a member may be told of, in the order of the page of choices, and how, unless they choose otherwise. Quiet by
 * default: letters only about what is one's own and waits for an act; a push only reaches whoever asked for pushes in a browser.
 */
export const byDefault = {
  answerToMine: everyWay,
  commentOnMine: everyWay,
  mention: everyWay,
  postHidden: everyWay,
  postRestored: everyWay,
  flagUpheld: quietly,
  flagDismissed: quietly,
  answerAccepted: withoutLetter,
  votesReached: quietly,
  answerToFollowed: withoutLetter,
  operatorQuestion: quietly,
  memberPosted: quietly,
  guideChanged: quietly,
  factChanged: quietly,
  badge: quietly,
  level: quietly,
} as const satisfies Record<NotificationKind, Ways>

export const notificationKinds = (Object.keys(byDefault) as NotificationKind[]).filter(isChosen)

export function isChosen(kind: NotificationKind): kind is ChosenKind {
  return !aboutMember.some((one) => one === kind)
}

/** What a moderator did to one's own post is in the inbox whatever one chooses: it is where the reason is given. */
export const alwaysListed: readonly NotificationKind[] = ['postHidden', 'postRestored']

// Minutes and letters (features.md 2.8, `mail`): whoever reads it here meanwhile needs no letter.
export const MAIL_DELAY_MINUTES = 10
export const LETTERS_PER_DAY = 10
/** Pushes never come more often than letters may. */
export const PUSHES_PER_DAY = LETTERS_PER_DAY
// Days. A year, so that a person who comes once a year finds what happened.
export const NOTIFICATION_DAYS = 365
/** Votes that are news: the first, and then ever fewer of them. Beyond the last one nothing more is told. */
export const MARKS = [1, 5, 10, 25, 50, 100, 250, 500, 1_000] as const
