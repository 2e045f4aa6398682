import { LRUCache } from 'lru-cache'
import type { CacheEntry, CacheHandler } from 'next/cache'
import { cacheClock, changedSince, expire } from './clock'
import { currentTrace, note } from './trace'

/** Next's store for `'use cache'`: bounded memory, out of date by the process' one clock, telling the press what a page showed. */
type Kept = Omit<CacheEntry, 'value'> & { bytes: Uint8Array; tick: number }

const MEMORY_BYTES = 32_000_000
const kept = new LRUCache<string, Kept>({
  maxSize: MEMORY_BYTES,
  sizeCalculation: ({ bytes }, key) => bytes.byteLength + key.length + 500,
})
// The clock when the making of an entry began: a change in between must not be papered over.
const begun = new LRUCache<string, number>({ max: 10_000 })

const handler: CacheHandler = {
  async get(key) {
    const entry = kept.get(key)
    if (!entry || changedSince(entry.tick, entry.tags)) {
      kept.delete(key)
      begun.set(key, cacheClock().tick)
      return undefined
    }
    note(currentTrace(), entry.tags, endOf(entry))
    const { bytes, tick: _tick, ...told } = entry
    return { ...told, value: streamOf(bytes) }
  },

  async set(key, pending) {
    const trace = currentTrace()
    // Of what nobody saw begin, nobody knows how old it is: it counts as older than any change.
    const tick = trace?.tick ?? begun.get(key) ?? 0
    begun.delete(key)
    const written = keep(key, pending, tick).then((entry) => note(trace, entry?.tags ?? [], entry ? endOf(entry) : 0))
    if (trace) waitFor(trace.pending, written)
    await written
  },

  async refreshTags() {},

  async getExpiration() {
    return 0
  },

  async updateTags(tags) {
    expire(tags)
  },
}

export default handler

async function keep(key: string, pending: Promise<CacheEntry>, tick: number): Promise<Kept | undefined> {
  try {
    const { value, ...told } = await pending
    const entry = { ...told, bytes: new Uint8Array(await new Response(value).arrayBuffer()), tick }
    kept.set(key, entry)
    return entry
  } catch {
    return undefined // A value that failed half-way is not kept, and neither is its page.
  }
}

function waitFor(all: Set<Promise<void>>, one: Promise<unknown>) {
  const done: Promise<void> = one.then(() => {
    all.delete(done)
  })
  all.add(done)
}

function endOf({ timestamp, revalidate }: Pick<CacheEntry, 'timestamp' | 'revalidate'>) {
  return timestamp + revalidate * 1000
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}
