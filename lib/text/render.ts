import 'server-only'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal'
import { RENDERER } from './markdown'

export type Rendered = { markdown: string; html: string; renderer: number }

// An honest post takes a few milliseconds; what takes a second was made to (design, section 3).
const TIME_MS = 1_000

type Waiting = {
  text: string
  resolve: (html: string) => void
  reject: (error: unknown) => void
  timer: NodeJS.Timeout
}
type Shop = { worker: Worker; waiting: Map<number, Waiting> }

const place = Symbol.for('xuxin.renderer')
const shared = globalThis as typeof globalThis & { [place]?: Shop }
let ids = 0

/** A text of a member, rendered once, at writing. Refuses `tooComplex` what takes over a second or grows
 * out of all proportion. */
export async function render(markdown: string): Promise<Rendered> {
  return { markdown, html: await inWorker(markdown), renderer: RENDERER }
}

function inWorker(text: string): Promise<string> {
  const shop = open()
  const id = ++ids
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => close(shop), TIME_MS)
    shop.waiting.set(id, { text, resolve, reject, timer })
    shop.worker.postMessage({ id, text })
  })
}

function open(): Shop {
  if (shared[place]) return shared[place]
  const worker = new Worker(resolve('dist/markdown-worker.js'), { resourceLimits: { maxOldGenerationSizeMb: 128 } })
  const shop: Shop = { worker, waiting: new Map() }
  worker.unref()
  worker.on('message', ({ id, html }: { id: number; html: string | undefined }) => {
    const waiting = shop.waiting.get(id)
    shop.waiting.delete(id)
    clearTimeout(waiting?.timer)
    if (html === undefined) waiting?.reject(new Refusal('tooComplex'))
    else waiting?.resolve(html)
  })
  worker.on('error', () => close(shop))
  worker.on('exit', () => close(shop))
  shared[place] = shop
  return shop
}

// The first in the row is the one that took too long, or broke the worker; whoever waited behind it goes to a new one.
function close(shop: Shop) {
  if (shared[place] === shop) shared[place] = undefined
  void shop.worker.terminate()
  const [first, ...behind] = shop.waiting.values()
  shop.waiting.clear()
  clearTimeout(first?.timer)
  first?.reject(new Refusal('tooComplex'))
  for (const { text, resolve, reject, timer } of behind) {
    clearTimeout(timer)
    inWorker(text).then(resolve, reject)
  }
}
