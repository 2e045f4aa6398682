import 'server-only'
import { db } from '../db'
import { causeOf, log } from '../log'

/** How exactly the last use of a session is known. It is shown to its member, and a finer trail of them is nobody's business. */
export const USE_KNOWN_TO_MS = 60 * 60 * 1000
// What was used meanwhile is written together, in one statement.
const WRITTEN_AFTER_MS = 1_000

const waiting = new Map<string, Date>()
let timer: NodeJS.Timeout | undefined

/** Notes that a session is in use. Nobody waits for it: it is written a moment later, and at most once an hour for each session. */
export function noteUse(sessionId: string, lastUsedAt: Date, now: Date) {
  if (now.getTime() - lastUsedAt.getTime() < USE_KNOWN_TO_MS) return
  waiting.set(sessionId, now)
  timer ??= setTimeout(() => void writeUses(), WRITTEN_AFTER_MS).unref()
}

/** Writes what was noted. If that fails, the next request of the same session notes it again. */
export async function writeUses() {
  clearTimeout(timer)
  timer = undefined
  const used = [...waiting]
  waiting.clear()
  const [first] = used
  if (!first) return
  const [, at] = first
  const sessions = { id: { in: used.map(([id]) => id) } }
  // The member's before the session's: what is not written now is noted again as long as the session's is old.
  const written = async () => {
    await db().member.updateMany({ where: { sessions: { some: sessions }, seenAt: { lt: at } }, data: { seenAt: at } })
    await db().session.updateMany({ where: { ...sessions, lastUsedAt: { lt: at } }, data: { lastUsedAt: at } })
  }
  await written().catch((error: unknown) => log('warn', 'the last use of sessions was not written', causeOf(error)))
}
