import 'server-only'
import { ERASE, REMIND } from '../data/ask-erasure'
import { MAKE_EXPORT } from '../data/ask-export'
import { erase, remind } from '../data/erase'
import { makeExport } from '../data/make-export'
import { sweep } from '../database/sweep'
import { DIGEST_DAYS, isStillWanted, writeDigests } from '../digest/write'
import { REPLY_TO_DAYS } from '../feedback/schema'
import { deliver } from '../mail/deliver'
import { GIVEN_UP_DAYS } from '../mail/given-up'
import type { Send } from '../mail/transport'
import { NOTIFICATION_DAYS } from '../notifications/kinds'
import { writeLetters } from '../notifications/letters'
import { deliverPushes, writePushes } from '../notifications/pushes'
import { tell } from '../notifications/tell'
import { renderMentionsOf } from '../posts/mentions'
import type { SendPush } from '../push/send'
import type { Task } from './keep'
import { everyStanding, standing } from './standing'
import { type Trades, work } from './work'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Every kind of work that a verb leaves for later. */
export const trades: Trades = {
  tell,
  standing,
  renderMentions: renderMentionsOf,
  [MAKE_EXPORT]: (id, now) => makeExport(id, now),
  [REMIND]: remind,
  [ERASE]: erase,
}

/** Everything that runs in the background, and how often. Every server process keeps to it: what is due goes to one of them. */
export function timetable(send: Send, push: SendPush): readonly Task[] {
  const life = {
    addressLifeDays: REPLY_TO_DAYS,
    notificationLifeDays: NOTIFICATION_DAYS,
    givenUpDays: GIVEN_UP_DAYS,
    digestDays: DIGEST_DAYS,
  }
  return [
    { name: 'work', everyMs: SECOND_MS, run: (now) => work(trades, now) },
    { name: 'letters to be sent', everyMs: SECOND_MS, run: (now) => deliver(send, now, isStillWanted) },
    { name: 'letters to be written', everyMs: 10 * SECOND_MS, run: (now) => writeLetters(now) },
    { name: 'levels and badges', everyMs: DAY_MS, afterMs: MINUTE_MS, run: everyStanding },
    { name: 'pushes to be written', everyMs: 2 * SECOND_MS, run: (now) => writePushes(now) },
    { name: 'pushes to be sent', everyMs: SECOND_MS, run: (now) => deliverPushes(push, now) },
    { name: 'round-ups', everyMs: MINUTE_MS, run: (now) => writeDigests(now) },
    { name: 'sweeping', everyMs: HOUR_MS, afterMs: MINUTE_MS, run: (now) => sweep({ ...life, now }) },
  ]
}
