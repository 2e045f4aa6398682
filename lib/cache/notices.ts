/** The PostgreSQL channel on which every process hears what changed. */
export const CHANGES = 'xuxin_changes'
/** On this one the others say that they have heard it: the id of a notice, or that they came or went. */
export const HEARD = 'xuxin_heard'

/**
 * The notices of change that this process has heard from PostgreSQL. The listener lives in the server's bundle
 * (lib/cache/listen.ts) and the writer in Next's, so the meeting place is `globalThis`.
 */
type Meeting = {
  isListening: boolean
  /** Other processes that listen on this database, as last counted. */
  peers: number
  /** By the id of a notice: called for each process that has heard it. */
  waiting: Map<string, () => void>
  /** Counts the peers anew: somebody did not answer, and may be gone. */
  recount: () => void
}

// A process that is slow or gone must not hold up the writer, whose own process is already up to date.
const PATIENCE_MS = 1_000

const place = Symbol.for('xuxin.notices')
const shared = globalThis as typeof globalThis & { [place]?: Meeting }

export function meeting(): Meeting {
  shared[place] ??= { isListening: false, peers: 0, waiting: new Map(), recount: () => {} }
  return shared[place]
}

/** Resolves when our own notice has come back from PostgreSQL, and every other process has said that it heard it. */
export function noticeArrives(id: string): Promise<void> {
  const { isListening, peers, waiting } = meeting()
  if (!isListening) return Promise.resolve()
  return new Promise((resolve) => {
    let missing = 1 + peers
    const done = () => {
      clearTimeout(timer)
      waiting.delete(id)
      resolve()
    }
    const timer = setTimeout(() => {
      meeting().recount()
      done()
    }, PATIENCE_MS)
    waiting.set(id, () => {
      missing -= 1
      if (missing === 0) done()
    })
  })
}
