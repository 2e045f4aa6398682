import 'server-only'
import { db } from '../db'
import { tokenHash } from '../secrets'

export type Standing = 'waiting' | 'proven' | 'ended'

/** How far the sign-in of this browser is. */
export async function standingOf(
  browser: string | undefined,
  now: Date,
): Promise<{ standing: Standing; address?: string }> {
  if (!browser) return { standing: 'ended' }
  const row = await db().signInChallenge.findUnique({
    where: { browserHash: tokenHash(browser), expiresAt: { gt: now } },
    select: { address: true, provenAt: true, memberId: true },
  })
  if (!row || row.memberId) return { standing: 'ended' }
  return { standing: row.provenAt ? 'proven' : 'waiting', address: row.address }
}

/** What a link from a letter still needs: nothing more, the code, or a new beginning. */
export async function linkNeeds(
  link: string,
  browser: string | undefined,
  now: Date,
): Promise<'nothing' | 'code' | 'ended'> {
  const row = await db().signInChallenge.findUnique({
    where: { linkHash: tokenHash(link), provenAt: null, expiresAt: { gt: now } },
    select: { browserHash: true },
  })
  if (!row) return 'ended'
  return browser && tokenHash(browser) === row.browserHash ? 'nothing' : 'code'
}
