/** The PostgreSQL channel on which every process hears what changed. */
export const CHANGES = 'xuxin_changes'

/**
 * The notices of change that this process has heard from PostgreSQL. The listener lives in the server's bundle
 * (lib/cache/listen.ts) and the writer in Next's, so the meeting place is `globalThis`.
 */
type Meeting = { isListening: boolean; waiting: Map<string, () => void> }

// A listener that is slow must not hold up the writer, whose own process is already up to date.
const PATIENCE_MS = 1_000

const place = Symbol.for('xuxin.notices')
const shared = globalThis as typeof globalThis & { [place]?: Meeting }

export function meeting(): Meeting {
  shared[place] ??= { isListening: false, waiting: new Map() }
  return shared[place]
}

/** Resolves when our own notice has come back from PostgreSQL: by then it has been handed to every other listener too. */
export function noticeArrives(id: string): Promise<void> {
  const { isListening, waiting } = meeting()
  if (!isListening) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      waiting.delete(id)
      resolve()
    }
    const timer = setTimeout(done, PATIENCE_MS)
    waiting.set(id, done)
  })
}
