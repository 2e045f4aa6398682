import 'server-only'
import { type ChildProcess, spawn } from 'node:child_process'
import { Refusal } from '../refusal'

/** What is worked on outside this process, because what arrives may be made to break whoever works on it. */
export type Trade = {
  /** The bundle in dist/ that does the work: a list of the names in its path, so that Next does not take it for a module of its own. */
  program: readonly string[]
  /** How long one piece may take, in milliseconds, from when the process is up. */
  timeMs: number
  /** How much its heap may hold, in megabytes. */
  memoryMb: number
}

type Waiting = {
  piece: unknown
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
  /** Runs from when the process is up: how long a busy machine takes to start it is nobody's fault. */
  timer: NodeJS.Timeout | undefined
}
type Shop = { process: ChildProcess; isUp: boolean; waiting: Map<number, Waiting> }
type Answer = 'up' | { id: number; result: unknown }

// Bundles share what stands here (ARCHITECTURE.md): one process for each trade.
const place = Symbol.for('xuxin.workshops')
const shared = globalThis as typeof globalThis & { [place]?: Map<string, Shop> }
let ids = 0

/**
 * Has one piece worked on in the process of its trade. Refuses `tooComplex` what takes too long, what breaks the process, and what
 * the process itself refuses (it answers nothing). The process has no secret in its environment.
 */
export function workApart<Result>(trade: Trade, piece: unknown): Promise<Result> {
  const shop = open(trade)
  const id = ++ids
  return new Promise<unknown>((resolve, reject) => {
    const timer = shop.isUp ? setTimeout(() => close(trade, shop), trade.timeMs) : undefined
    shop.waiting.set(id, { piece, resolve, reject, timer })
    shop.process.send({ id, piece })
  }) as Promise<Result>
}

function shops(): Map<string, Shop> {
  shared[place] ??= new Map()
  return shared[place]
}

function open(trade: Trade): Shop {
  const program = trade.program.join('/')
  const running = shops().get(program)
  if (running) return running
  const child = spawn(process.execPath, [`--max-old-space-size=${trade.memoryMb}`, program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {} as NodeJS.ProcessEnv,
    serialization: 'advanced',
  })
  const shop: Shop = { process: child, isUp: false, waiting: new Map() }
  // It must not keep a server from ending.
  child.unref()
  child.channel?.unref()
  child.on('message', (answer: Answer) => {
    if (answer === 'up') return up(trade, shop)
    const waiting = shop.waiting.get(answer.id)
    shop.waiting.delete(answer.id)
    clearTimeout(waiting?.timer)
    if (answer.result === undefined) waiting?.reject(new Refusal('tooComplex'))
    else waiting?.resolve(answer.result)
  })
  child.on('error', () => close(trade, shop))
  child.on('exit', () => close(trade, shop))
  shops().set(program, shop)
  return shop
}

function up(trade: Trade, shop: Shop) {
  shop.isUp = true
  for (const waiting of shop.waiting.values()) waiting.timer = setTimeout(() => close(trade, shop), trade.timeMs)
}

// The first in the row is the one that took too long, or broke the process; whoever waited behind it goes to a new one.
function close(trade: Trade, shop: Shop) {
  const program = trade.program.join('/')
  if (shops().get(program) === shop) shops().delete(program)
  shop.process.kill('SIGKILL')
  const [first, ...behind] = shop.waiting.values()
  shop.waiting.clear()
  clearTimeout(first?.timer)
  first?.reject(new Refusal('tooComplex'))
  for (const { piece, resolve, reject, timer } of behind) {
    clearTimeout(timer)
    workApart(trade, piece).then(resolve, reject)
  }
}
