import pLimit, { type LimitFunction } from 'p-limit'
import type { CacheClock } from '../cache/clock'
import { traced } from '../cache/trace'
import { encode } from './encode'
import { finish } from './finish'
import { contentSecurityPolicy, type securityHeaders } from './headers'
import { MISSING_FILE, type Scripts, type Served } from './pages'
import type { Rendered } from './render'
import { heads } from './send'
import { type Sheet, Store } from './store'

/** A finished page. `hasFailed`: it must not be sent, the page of trouble stands in for it. */
export type Outcome = { sheet: Sheet; hasFailed: boolean }

export type PressroomOptions = {
  /** Renders one GET as a stranger would (public) or with this reader's cookie (private), and waits for its end. */
  render: (url: string, headers: Record<string, string>) => Promise<Rendered>
  clock: CacheClock
  bytesMax: number
}

type Order = { url: string; key?: string; isForAll?: boolean; scripts: Scripts; headers: Record<string, string> }

// Renders at once, and waiting: beyond that a reader hears "in a moment" at once instead of waiting in vain.
const RENDERS_AT_ONCE = 16
const RENDERS_WAITING = 500

/** Where pages are rendered, finished, compressed and, if everybody may see them, kept. */
export class Pressroom {
  readonly store: Store
  rendered = 0
  readonly #options: PressroomOptions
  readonly #security: ReturnType<typeof securityHeaders>
  readonly #underWay = new Map<string, Promise<Outcome>>()
  // Queues of their own: a flood of one kind does not keep the others waiting.
  readonly #limit = pLimit(RENDERS_AT_ONCE)
  readonly #privately = pLimit(RENDERS_AT_ONCE)
  readonly #files = pLimit(RENDERS_AT_ONCE)

  constructor(options: PressroomOptions, security: ReturnType<typeof securityHeaders>) {
    this.#options = options
    this.#security = security
    this.store = new Store(options.bytesMax, options.clock)
  }

  /** Readers who ask for the same page at the same time wait for one rendering, if nothing changed since it began. */
  shared({ key, kind }: Served): Promise<Outcome> {
    const name = `${this.#options.clock.tick} ${key}`
    const known = this.#underWay.get(name)
    if (known) return known
    const isForAll = kind.file === MISSING_FILE
    const work = this.#queued(this.#limit, { url: key, key, scripts: kind.scripts, headers: {}, isForAll })
    this.#underWay.set(name, work)
    return work.finally(() => this.#underWay.delete(name))
  }

  /** For one reader, and never kept. */
  private({ kind }: Served, url: string, cookie: string | undefined): Promise<Outcome> {
    return this.#queued(this.#privately, { url, scripts: kind.scripts, headers: cookie ? { cookie } : {} })
  }

  /** A file of the build or of `public`, which never changes while we run: kept like a page. Nothing when there is none. */
  file(pathname: string): Promise<Sheet | undefined> {
    return this.#files(() => this.store.get(pathname) ?? this.#fetchFile(pathname))
  }

  async #fetchFile(pathname: string): Promise<Sheet | undefined> {
    const { tick } = this.#options.clock
    const { status, headers, body } = await this.#options.render(pathname, {})
    if (status !== 200) return undefined
    const isImmutable = pathname.startsWith('/_next/static/')
    const told = {
      ...this.#security,
      'Content-Security-Policy': contentSecurityPolicy('none'),
      'Content-Type': headers['content-type'] ?? 'application/octet-stream',
      'Cache-Control': isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    }
    const sheet = heads(told, await encode(body, { isKept: true }), status)
    this.store.keep(pathname, sheet, { tick, tags: new Set(), endsAt: Number.POSITIVE_INFINITY })
    return sheet
  }

  async #queued(limit: LimitFunction, order: Order): Promise<Outcome> {
    if (limit.pendingCount >= RENDERS_WAITING) throw new Error('too many renders are waiting')
    return limit(() => this.#make(order))
  }

  async #make({ url, key, scripts, headers, isForAll }: Order): Promise<Outcome> {
    this.rendered += 1
    const { result, trace } = await traced(() => this.#options.render(url, headers), this.#options.clock)
    const { html, status, location, policy, hasFailed } = finish(result.body.toString(), result.status, { scripts })
    const told = {
      ...this.#security,
      'Content-Security-Policy': policy,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': key ? 'public, no-cache' : 'private, no-store',
      Location: location,
    }
    const sheet = heads(told, await encode(Buffer.from(html), { isKept: key !== undefined }), status)
    const isBroken = hasFailed || status >= 500
    // Of what is not there only the one page for all is kept: made-up addresses shall not drive out the real ones.
    const isWorthKeeping = status === 200 || isForAll
    if (key && !isBroken && isWorthKeeping) this.store.keep(key, sheet, trace)
    return { sheet, hasFailed: isBroken }
  }
}
