import type { NotificationKind } from '@/prisma/generated/client'

export type { NotificationKind }

/** About the member and no post: in the inbox only, where everything is. */
export const aboutMember = ['badge', 'level'] as const satisfies NotificationKind[]
export type MailedKind = Exclude<NotificationKind, (typeof aboutMember)[number]>

/**
 * Everything else that a member may be told of, in the order of the page of choices; `true`: by letter too, unless they choose otherwise.
 * Quiet by default: letters only about what is one's own and waits for an act.
 */
export const mailedByDefault = {
  answerToMine: true,
  commentOnMine: true,
  postHidden: true,
  postRestored: true,
  answerAccepted: false,
  answerToFollowed: false,
  operatorQuestion: false,
  guideChanged: false,
} as const satisfies Record<MailedKind, boolean>

export const notificationKinds = Object.keys(mailedByDefault) as MailedKind[]

export function isMailed(kind: NotificationKind): kind is MailedKind {
  return notificationKinds.some((one) => one === kind)
}

// Minutes and letters (features.md 2.8, `mail`): whoever reads it here meanwhile needs no letter.
export const MAIL_DELAY_MINUTES = 10
export const LETTERS_PER_DAY = 10
// Days. A year, so that a person who comes once a year finds what happened.
export const NOTIFICATION_DAYS = 365
