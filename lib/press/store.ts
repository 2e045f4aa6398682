import { LRUCache } from 'lru-cache'
import { type CacheClock, changedSince } from '../cache/clock'
import type { Trace } from '../cache/trace'
import type { Encoded } from './encode'

/** A finished page or file, ready to send. `heads` are its header lists by encoding, made once. */
export type Sheet = Encoded & {
  status: number
  heads: Record<'br' | 'gzip' | 'identity', readonly string[]>
  notModified: readonly string[]
}

type Kept = { sheet: Sheet; tags: ReadonlySet<string>; endsAt: number }

/**
 * The finished pages that everybody shares: bounded in bytes, each dropped when one of its tags changes or its life ends. What was
 * begun before a change is never kept.
 */
export class Store {
  readonly #kept: LRUCache<string, Kept>
  readonly #byTag = new Map<string, Set<string>>()

  constructor(
    readonly bytesMax: number,
    readonly clock: CacheClock,
  ) {
    this.#kept = new LRUCache({
      maxSize: bytesMax,
      maxEntrySize: Math.floor(bytesMax / 4),
      sizeCalculation: ({ sheet }, key) =>
        sheet.br.byteLength + sheet.gzip.byteLength + sheet.identity.byteLength + key.length * 2 + 2_000,
      dispose: ({ tags }, key) => this.#forgetTags(tags, key),
    })
    clock.onExpire.add((tags) => this.#drop(tags))
  }

  get(key: string): Sheet | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    if (kept.endsAt > Date.now()) return kept.sheet
    this.#kept.delete(key)
    return undefined
  }

  /** Keeps what a render made, unless something that it showed has changed since it began. Says whether it did. */
  keep(key: string, sheet: Sheet, { tick, tags, endsAt }: Pick<Trace, 'tick' | 'tags' | 'endsAt'>): boolean {
    if (changedSince(tick, tags, this.clock) || endsAt <= Date.now()) return false
    this.#kept.set(key, { sheet, tags, endsAt })
    if (this.#kept.has(key)) for (const tag of tags) this.#keysOf(tag).add(key)
    return true
  }

  get bytes(): number {
    return this.#kept.calculatedSize
  }

  get count(): number {
    return this.#kept.size
  }

  #drop(tags: readonly string[] | 'everything') {
    if (tags === 'everything') return this.#kept.clear()
    for (const tag of tags) for (const key of [...(this.#byTag.get(tag) ?? [])]) this.#kept.delete(key)
  }

  #keysOf(tag: string): Set<string> {
    const keys = this.#byTag.get(tag) ?? new Set<string>()
    this.#byTag.set(tag, keys)
    return keys
  }

  #forgetTags(tags: ReadonlySet<string>, key: string) {
    for (const tag of tags) {
      const keys = this.#byTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#byTag.delete(tag)
    }
  }
}
