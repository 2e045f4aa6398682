import { AsyncLocalStorage } from 'node:async_hooks'
import { cacheClock } from './clock'

/** What one rendering showed: the tags and the shortest life of its cached reads, and those still being written. */
export type Trace = { tick: number; tags: Set<string>; endsAt: number; pending: Set<Promise<void>> }

const place = Symbol.for('xuxin.trace')
const shared = globalThis as typeof globalThis & { [place]?: AsyncLocalStorage<Trace> }

function storage() {
  shared[place] ??= new AsyncLocalStorage<Trace>()
  return shared[place]
}

/** Runs `work` and tells what it read through the cache (lib/cache/handler.ts reports here). */
export async function traced<T>(work: () => Promise<T>, clock = cacheClock()): Promise<{ result: T; trace: Trace }> {
  const trace: Trace = {
    tick: clock.tick,
    tags: new Set(),
    endsAt: Number.POSITIVE_INFINITY,
    pending: new Set(),
  }
  const result = await storage().run(trace, work)
  // A cached read tells its tags only when it is written, which may be a moment after the page is finished.
  while (trace.pending.size > 0) await Promise.all(trace.pending)
  return { result, trace }
}

export function currentTrace(): Trace | undefined {
  return storage().getStore()
}

export function note(trace: Trace | undefined, tags: readonly string[], endsAt: number) {
  if (!trace) return
  for (const tag of tags) trace.tags.add(tag)
  trace.endsAt = Math.min(trace.endsAt, endsAt)
}
