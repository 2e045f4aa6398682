import { io } from 'next/cache'
import { cacheClock, lastChange } from './clock'
import { currentTrace, note } from './trace'

// As long as `cacheLife('hours')` is served without asking again (Next's profile).
const LIFE_MS = 60 * 60 * 1000

/**
 * Every cached query of a public page is called through here, from outside its `'use cache'`.
 *
 * Next lets a rendering join a cached read that another one has under way, and then never asks our handler: the page would be kept
 * without its tags, and could join a read that began before a change. So the tags are told here, and `since`, the last change of
 * them, is an argument of the read: a rendering that begins after a change has another key than the reads before it.
 */
export async function throughCache<T>(tags: readonly string[], read: (since: number) => Promise<T>): Promise<T> {
  await io() // Never during the build, which has no data and would keep its answer.
  note(currentTrace(), tags, Date.now() + LIFE_MS)
  return read(lastChange(tags, cacheClock()))
}
