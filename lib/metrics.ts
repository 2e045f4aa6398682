type Counts = Record<string, number>

const place = Symbol.for('xuxin.pressCounts')
const shared = globalThis as typeof globalThis & { [place]?: () => Counts }

/** The server's bundle offers its counts; the route that shows them is in Next's. */
export function offerPressCounts(read: () => Counts) {
  shared[place] = read
}

/** Counts of this process in the Prometheus text format (version 0.0.4). */
export function metricsText(): string {
  const { rss, heapUsed } = process.memoryUsage()
  const press = Object.entries(shared[place]?.() ?? {}).map(
    ([name, value]) => [`xuxin_press_${snake(name)}`, value] as const,
  )
  const process_ = [
    ['process_resident_memory_bytes', rss],
    ['process_heap_used_bytes', heapUsed],
    ['process_uptime_seconds', Math.floor(process.uptime())],
  ] as const
  return [...press, ...process_].map(([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`).join('')
}

function snake(name: string) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
