/**
 * When each tag last changed, counted in ticks. One clock per process, shared through `globalThis` by three bundles that do
 * not share modules: Next's (verbs), the cache handler, and the server with the press.
 */
export type CacheClock = {
  tick: number
  everything: number
  tags: Map<string, number>
  onExpire: Set<(tags: readonly string[] | 'everything') => void>
}

// Past this many tags it is cheaper to expire everything than to remember each.
const TAGS_REMEMBERED = 50_000

const place = Symbol.for('xuxin.cacheClock')
const shared = globalThis as typeof globalThis & { [place]?: CacheClock }

export function cacheClock(): CacheClock {
  shared[place] ??= newClock()
  return shared[place]
}

export function newClock(): CacheClock {
  return { tick: 1, everything: 0, tags: new Map(), onExpire: new Set() }
}

/** What carries one of these tags and was begun before now is out of date. */
export function expire(tags: readonly string[], on = cacheClock()) {
  if (tags.length === 0) return
  if (on.tags.size + tags.length > TAGS_REMEMBERED) return expireEverything(on)
  on.tick += 1
  for (const tag of tags) on.tags.set(tag, on.tick)
  for (const tell of on.onExpire) tell(tags)
}

export function expireEverything(on = cacheClock()) {
  on.tick += 1
  on.everything = on.tick
  on.tags.clear()
  for (const tell of on.onExpire) tell('everything')
}

/** The reading of the clock when any of these last changed. */
export function lastChange(tags: Iterable<string>, on = cacheClock()): number {
  return [...tags].reduce((latest, tag) => Math.max(latest, on.tags.get(tag) ?? 0), on.everything)
}

/** Did any of these change after `tick`, the reading of the clock when the work began? */
export function changedSince(tick: number, tags: Iterable<string>, on = cacheClock()): boolean {
  return lastChange(tags, on) > tick
}
