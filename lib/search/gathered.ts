import 'server-only'
import { cacheClock, lastChange } from '../cache/clock'

/** What `gather` finds, kept until one of these tags changes. What could not be read is not remembered. */
export function keptUntilChange<T>(tags: readonly string[], gather: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; found: Promise<T> } | undefined
  return () => {
    const at = lastChange(tags, cacheClock())
    if (kept?.at === at) return kept.found
    const found = gather()
    kept = { at, found }
    found.catch(() => {
      kept = undefined
    })
    return found
  }
}
