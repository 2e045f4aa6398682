import 'server-only'
import { type ChildProcess, spawn } from 'node:child_process'
import { Refusal } from '../refusal'

/** What is worked on outside this process, because what arrives may be made to break whoever works on it. */
export type Trade = {
  /** The bundle in dist/ that does the work: a list of the names in its path, so that Next does not take it for a module of its own. */
  program: readonly string[]
  /** How long one piece may take, in milliseconds, from when its turn has come. */
  timeMs: number
  /** How much its heap may hold, in megabytes. */
  memoryMb: number
}

type Waiting = { piece: unknown; resolve: (result: unknown) => void; reject: (error: unknown) => void }
/** `turn`: the piece that is being worked on, and until when. */
type Shop = {
  process: ChildProcess
  isUp: boolean
  queue: Waiting[]
  turn: (Waiting & { timer: NodeJS.Timeout }) | undefined
}
type Answer = 'up' | { result: unknown }

// Pieces that may wait: some seconds of work. Beyond that whoever comes is told to come again.
const QUEUE_MAX = 50
const AGAIN_SECONDS = 10

// Bundles share what stands here (ARCHITECTURE.md): one process for each trade.
const place = Symbol.for('xuxin.workshops')
const shared = globalThis as typeof globalThis & { [place]?: Map<string, Shop> }

/**
 * Has one piece worked on in the process of its trade: one at a time, so that a heavy one has all of the memory and nobody else pays for
 * it. Refuses `tooComplex` what takes too long, what breaks the process, and what the process itself refuses (it answers nothing);
 * `unavailable` when too many wait. The process has no secret in its environment.
 */
export function workApart<Result>(trade: Trade, piece: unknown): Promise<Result> {
  const shop = open(trade)
  if (shop.queue.length >= QUEUE_MAX) return Promise.reject(new Refusal('unavailable', {}, AGAIN_SECONDS))
  return new Promise<unknown>((resolve, reject) => {
    shop.queue.push({ piece, resolve, reject })
    next(trade, shop)
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
  const shop: Shop = { process: child, isUp: false, queue: [], turn: undefined }
  // It must not keep a server from ending.
  child.unref()
  child.channel?.unref()
  child.on('message', (answer: Answer) => {
    if (answer === 'up') shop.isUp = true
    else finished(shop, answer.result)
    next(trade, shop)
  })
  child.on('error', () => close(trade, shop))
  child.on('exit', () => close(trade, shop))
  shops().set(program, shop)
  return shop
}

// How long a busy machine takes to start the process is nobody's fault: the time runs from the turn.
function next(trade: Trade, shop: Shop) {
  if (!shop.isUp || shop.turn) return
  const waiting = shop.queue.shift()
  if (!waiting) return
  shop.turn = { ...waiting, timer: setTimeout(() => close(trade, shop), trade.timeMs) }
  shop.process.send({ piece: waiting.piece })
}

function finished(shop: Shop, result: unknown) {
  const { turn } = shop
  shop.turn = undefined
  clearTimeout(turn?.timer)
  if (result === undefined) turn?.reject(new Refusal('tooComplex'))
  else turn?.resolve(result)
}

// Whoever's turn it was took too long, or broke the process. The others go to a new one; when none even starts, they are told.
function close(trade: Trade, shop: Shop) {
  const program = trade.program.join('/')
  if (shops().get(program) !== shop) return
  shops().delete(program)
  shop.process.kill('SIGKILL')
  const behind = shop.queue.splice(0)
  finished(shop, undefined)
  if (!shop.isUp) for (const { reject } of behind) reject(new Refusal('unavailable', {}, AGAIN_SECONDS))
  else for (const { piece, resolve, reject } of behind) workApart(trade, piece).then(resolve, reject)
}
