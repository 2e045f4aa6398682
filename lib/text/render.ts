import 'server-only'
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { Refusal } from '../refusal'
import { RENDERER } from './markdown'
import type { People } from './mentions'

export type Rendered = { markdown: string; html: string; renderer: number }

// An honest post takes a few milliseconds; what takes a second was made to (design, section 3).
const TIME_MS = 1_000
// A process and not a thread: a thread that runs out of memory in one leap takes the whole server with it (seen with Node 24).
const MEMORY = '--max-old-space-size=128'
// Beside the bundles, in pieces, so that Next does not take it for a module of its own.
const PROGRAM = ['dist', 'markdown-process.js'].join('/')
const IPC_ONLY: StdioOptions = ['ignore', 'ignore', 'ignore', 'ipc']
// It needs no secret, and gets none.
const NOTHING = {} as NodeJS.ProcessEnv

type Made = { html: string; named: string[] }
type Waiting = {
  text: string
  people: People
  resolve: (made: Made) => void
  reject: (error: unknown) => void
  /** Runs from when the process is up: how long a busy machine takes to start it is nobody's fault. */
  timer: NodeJS.Timeout | undefined
}
type Shop = { process: ChildProcess; isUp: boolean; waiting: Map<number, Waiting> }
type Answer = 'up' | { id: number; html: string | undefined; named: string[] }

const place = Symbol.for('xuxin.renderer')
const shared = globalThis as typeof globalThis & { [place]?: Shop }
let ids = 0

/** A text of a member, rendered once, at writing. Refuses `tooComplex` what takes over a second or grows
 * out of all proportion. */
export async function render(markdown: string): Promise<Rendered> {
  return (await renderNaming(markdown, {})).rendered
}

/** The same, with links to those of these people whom the text names; `named` are their handles. */
export async function renderNaming(
  markdown: string,
  people: People,
): Promise<{ rendered: Rendered; named: readonly string[] }> {
  const { html, named } = await elsewhere(markdown, people)
  return { rendered: { markdown, html, renderer: RENDERER }, named }
}

function elsewhere(text: string, people: People): Promise<Made> {
  const shop = open()
  const id = ++ids
  return new Promise((resolve, reject) => {
    const timer = shop.isUp ? setTimeout(() => close(shop), TIME_MS) : undefined
    shop.waiting.set(id, { text, people, resolve, reject, timer })
    shop.process.send({ id, text, people })
  })
}

function open(): Shop {
  if (shared[place]) return shared[place]
  const child = spawn(process.execPath, [MEMORY, PROGRAM], { stdio: IPC_ONLY, env: NOTHING })
  const shop: Shop = { process: child, isUp: false, waiting: new Map() }
  // It must not keep a server from ending.
  child.unref()
  child.channel?.unref()
  child.on('message', (answer: Answer) => {
    if (answer === 'up') return up(shop)
    const { id, html, named } = answer
    const waiting = shop.waiting.get(id)
    shop.waiting.delete(id)
    clearTimeout(waiting?.timer)
    if (html === undefined) waiting?.reject(new Refusal('tooComplex'))
    else waiting?.resolve({ html, named })
  })
  child.on('error', () => close(shop))
  child.on('exit', () => close(shop))
  shared[place] = shop
  return shop
}

function up(shop: Shop) {
  shop.isUp = true
  for (const waiting of shop.waiting.values()) waiting.timer = setTimeout(() => close(shop), TIME_MS)
}

// The first in the row is the one that took too long, or broke the process; whoever waited behind it goes to a new one.
function close(shop: Shop) {
  if (shared[place] === shop) shared[place] = undefined
  shop.process.kill('SIGKILL')
  const [first, ...behind] = shop.waiting.values()
  shop.waiting.clear()
  clearTimeout(first?.timer)
  first?.reject(new Refusal('tooComplex'))
  for (const { text, people, resolve, reject, timer } of behind) {
    clearTimeout(timer)
    elsewhere(text, people).then(resolve, reject)
  }
}
