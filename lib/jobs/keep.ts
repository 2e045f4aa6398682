import 'server-only'
import { clock } from '../clock'
import { causeOf, log } from '../log'

/** Something that is done again and again. `afterMs`: the first time, where that is not a whole interval away. */
export type Task = { name: string; everyMs: number; afterMs?: number; run: (now: Date) => Promise<unknown> }

/**
 * Keeps to a timetable: each task one interval after it ended last, never twice at once in this process. A round that fails is said
 * in the log, and the next one comes. The returned function stops, and waits for what is under way.
 */
export function keepTo(timetable: readonly Task[]): () => Promise<void> {
  const stops = timetable.map(keep)
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

function keep({ name, everyMs, afterMs = everyMs, run }: Task): () => Promise<void> {
  let isStopped = false
  let underWay: Promise<void> = Promise.resolve()
  const round = async () => {
    await run(clock()).catch((error: unknown) => log('warn', `a round of ${name} failed`, causeOf(error)))
    if (!isStopped) timer = setTimeout(begin, everyMs).unref()
  }
  const begin = () => {
    underWay = round()
  }
  let timer = setTimeout(begin, afterMs).unref()
  return () => {
    isStopped = true
    clearTimeout(timer)
    return underWay
  }
}
