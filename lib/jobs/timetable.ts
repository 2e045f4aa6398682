import 'server-only'
import { ERASE, REMIND } from '../data/ask-erasure'
import { MAKE_EXPORT } from '../data/ask-export'
import { erase, remind } from '../data/erase'
import { makeExport } from '../data/make-export'
import { sweep } from '../database/sweep'
import { REPLY_TO_DAYS } from '../feedback/schema'
import { deliver } from '../mail/deliver'
import type { Send } from '../mail/transport'
import { NOTIFICATION_DAYS } from '../notifications/kinds'
import { isStillNews, writeLetters } from '../notifications/letters'
import { tell } from '../notifications/tell'
import type { Task } from './keep'
import { type Trades, work } from './work'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Every kind of work that a verb leaves for later. */
export const trades: Trades = {
  tell,
  [MAKE_EXPORT]: (id, now) => makeExport(id, now),
  [REMIND]: remind,
  [ERASE]: erase,
}

/** Everything that runs in the background, and how often. Every server process keeps to it: what is due goes to one of them. */
export function timetable(send: Send): readonly Task[] {
  const life = { addressLifeDays: REPLY_TO_DAYS, notificationLifeDays: NOTIFICATION_DAYS }
  return [
    { name: 'work', everyMs: SECOND_MS, run: (now) => work(trades, now) },
    { name: 'letters to be sent', everyMs: SECOND_MS, run: (now) => deliver(send, now, isStillNews) },
    { name: 'letters to be written', everyMs: 10 * SECOND_MS, run: (now) => writeLetters(now) },
    { name: 'sweeping', everyMs: HOUR_MS, afterMs: MINUTE_MS, run: (now) => sweep({ ...life, now }) },
  ]
}
