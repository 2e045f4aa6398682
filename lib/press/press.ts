import type { IncomingMessage, ServerResponse } from 'node:http'
import pLimit from 'p-limit'
import { type CacheClock, expireEverything } from '../cache/clock'
import { type Trace, traced } from '../cache/trace'
import type { Locale } from '../i18n/locales'
import { causeOf, log } from '../log'
import { CLIENT_ADDRESS_HEADER, CLIENT_DIRECT_HEADER } from '../network-headers'
import { troublePath } from '../paths'
import { offerTroublePage, type Trouble, troubleBody } from '../trouble'
import { clientFinder } from './client-address'
import { encode } from './encode'
import { finish } from './finish'
import { contentSecurityPolicy, dropInternalHeaders, securityHeaders } from './headers'
import { pageAt, type Served } from './pages'
import type { Rendered } from './render'
import { heads, sendNow, sendSheet } from './send'
import { type Sheet, Store } from './store'

export type PressOptions = {
  /** Renders one GET as a stranger would (public) or with this reader's cookie (private), and waits for its end. */
  render: (url: string, headers: Record<string, string>) => Promise<Rendered>
  /** Hands a request on as it is: doors, files, the client router. */
  pass: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Every file that exists outside the build, by path: nothing else with an ending is looked for. */
  files: ReadonlySet<string>
  clock: CacheClock
  publicUrl: URL
  bytesMax: number
  trustedProxies: string
}

type Outcome = { sheet: Sheet; hasFailed: boolean }

// Renders at once, and waiting: beyond that a reader hears "in a moment" at once instead of waiting in vain.
const RENDERS_AT_ONCE = 16
const RENDERS_WAITING = 500
const UNTIL_RETRY_SECONDS = 5
const FOR_EVER = Number.POSITIVE_INFINITY

/** The layer in front of Next: keeps finished public pages, finishes private ones, passes the rest on (design, section 5). */
export class Press {
  readonly store: Store
  readonly counts = { kept: 0, rendered: 0, passed: 0, failed: 0 }
  readonly #options: PressOptions
  readonly #security: ReturnType<typeof securityHeaders>
  readonly #clientOf: ReturnType<typeof clientFinder>
  readonly #underWay = new Map<string, Promise<Outcome>>()
  readonly #limit = pLimit(RENDERS_AT_ONCE)
  readonly #troubles = new Map<Locale, string>()

  constructor(options: PressOptions) {
    this.#options = options
    this.store = new Store(options.bytesMax, options.clock)
    this.#security = securityHeaders({ isHttps: options.publicUrl.protocol === 'https:' })
    this.#clientOf = clientFinder(options.trustedProxies)
  }

  /** Before the first reader: nothing of an earlier life is believed, and a page of trouble lies ready in each language. */
  async prepare(locales: readonly Locale[]) {
    expireEverything(this.#options.clock)
    for (const locale of locales) {
      const { body } = await this.#options.render(troublePath(locale), {})
      this.#troubles.set(locale, finish(body.toString(), 200, { scripts: false }).html)
    }
    offerTroublePage((locale, trouble) => this.#troubleHtml(locale, trouble))
  }

  /** Answers one request. A kept page is sent at once, without a promise. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const { method, url = '/' } = request
    if (method === 'GET' || method === 'HEAD') {
      // The shortest way: most requests ask for exactly what is kept under their own address.
      const sheet = request.headers.rsc === undefined ? this.store.get(url) : undefined
      if (sheet) {
        this.counts.kept += 1
        sendSheet(request, response, sheet)
        return undefined
      }
      return this.#read(request, response, url)
    }
    return this.#pass(request, response)
  }

  async #read(request: IncomingMessage, response: ServerResponse, url: string) {
    const mark = url.indexOf('?')
    const pathname = mark < 0 ? url : url.slice(0, mark)
    const search = mark < 0 ? '' : url.slice(mark)
    if (isUntidy(pathname)) return this.#redirect(response, tidy(pathname) + search)
    if (request.headers.rsc !== undefined) return this.#pass(request, response)
    const served = pageAt(pathname, search)
    if (served) return this.#readPage(request, response, served, url)
    if (pathname.startsWith('/_next/static/') || this.#options.files.has(pathname))
      return this.#readFile(request, response, pathname)
    if (pathname.startsWith('/_next/') || HAS_ENDING.test(pathname)) return this.#noFile(request, response)
    return this.#pass(request, response)
  }

  async #readPage(request: IncomingMessage, response: ServerResponse, served: Served, url: string) {
    try {
      const { sheet, hasFailed } = served.kind.isPublic
        ? await this.#shared(served)
        : await this.#private(request, served, url)
      if (hasFailed) return this.#trouble(request, response, served.locale, 500)
      return sendSheet(request, response, sheet)
    } catch (error) {
      log('error', 'a page could not be rendered', causeOf(error))
      return this.#trouble(request, response, served.locale, 503)
    }
  }

  // Readers who ask for the same page at the same time wait for one rendering, if nothing changed since it began.
  async #shared({ key, kind, locale }: Served): Promise<Outcome> {
    const kept = this.store.get(key)
    if (kept) {
      this.counts.kept += 1
      return { sheet: kept, hasFailed: false }
    }
    const name = `${this.#options.clock.tick} ${key}`
    const known = this.#underWay.get(name)
    if (known) return known
    const work = this.#queued(() => this.#make(key, { key, scripts: kind.scripts, locale, headers: {} })).finally(() =>
      this.#underWay.delete(name),
    )
    this.#underWay.set(name, work)
    return work
  }

  #private(request: IncomingMessage, { kind, locale }: Served, url: string): Promise<Outcome> {
    const { cookie } = request.headers
    return this.#queued(() => this.#make(url, { scripts: kind.scripts, locale, headers: cookie ? { cookie } : {} }))
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    if (this.#limit.pendingCount >= RENDERS_WAITING) throw new Error('too many renders are waiting')
    return this.#limit(work)
  }

  async #make(
    url: string,
    how: { key?: string; scripts: boolean; locale: Locale; headers: Record<string, string> },
  ): Promise<Outcome> {
    this.counts.rendered += 1
    const isKept = how.key !== undefined
    const { result, trace } = await traced(() => this.#options.render(url, how.headers), this.#options.clock)
    const { html, status, policy, hasFailed } = finish(result.body.toString(), result.status, how)
    const body = await encode(Buffer.from(html), { isKept })
    const lasting = isKept ? 'public, no-cache' : 'private, no-store'
    const sheet = heads(
      {
        ...this.#security,
        'Content-Security-Policy': policy,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': lasting,
      },
      body,
      status,
    )
    const isBroken = hasFailed || status >= 500
    if (how.key && !isBroken) this.store.keep(how.key, sheet, trace)
    return { sheet, hasFailed: isBroken }
  }

  /** Files of the build and of `public` never change while we run: kept like pages, compressed once. */
  async #readFile(request: IncomingMessage, response: ServerResponse, pathname: string) {
    const trace: Trace = { tick: this.#options.clock.tick, tags: new Set(), endsAt: FOR_EVER, pending: new Set() }
    const { status, headers, body } = await this.#options.render(pathname, {})
    if (status !== 200) return this.#noFile(request, response)
    const isImmutable = pathname.startsWith('/_next/static/')
    const told = {
      ...this.#security,
      'Content-Security-Policy': contentSecurityPolicy('none'),
      'Content-Type': headers['content-type'] ?? 'application/octet-stream',
      'Cache-Control': isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    }
    const sheet = heads(told, await encode(body, { isKept: true }), status)
    this.store.keep(pathname, sheet, trace)
    return sendSheet(request, response, sheet)
  }

  #noFile(request: IncomingMessage, response: ServerResponse) {
    return sendNow(
      request,
      response,
      404,
      { ...this.#security, 'Content-Type': 'text/plain; charset=utf-8' },
      'Not found\n',
    )
  }

  async #pass(request: IncomingMessage, response: ServerResponse) {
    this.counts.passed += 1
    this.admit(request)
    const told = {
      ...this.#security,
      'Content-Security-Policy': contentSecurityPolicy('none'),
      'Cache-Control': 'private, no-store',
    }
    for (const [name, value] of Object.entries(told)) if (value !== undefined) response.setHeader(name, value)
    await traced(() => this.#options.pass(request, response))
  }

  /** Takes out what no reader may say, and puts in who this reader is and which host we are. */
  admit(request: IncomingMessage) {
    const client = this.#clientOf(request)
    dropInternalHeaders(request.headers)
    request.headers[CLIENT_ADDRESS_HEADER] = client.address
    if (client.isDirect) request.headers[CLIENT_DIRECT_HEADER] = '1'
    request.headers.host = this.#options.publicUrl.host
  }

  #redirect(response: ServerResponse, location: string) {
    response.writeHead(308, { ...this.#security, Location: location, 'Content-Length': 0 })
    response.end()
  }

  #trouble(request: IncomingMessage, response: ServerResponse, locale: Locale, status: number) {
    this.counts.failed += 1
    const told = {
      ...this.#security,
      'Content-Security-Policy': contentSecurityPolicy('none'),
      'Cache-Control': 'private, no-store',
    }
    const head = { ...told, 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': UNTIL_RETRY_SECONDS }
    return sendNow(request, response, status, head, this.#troubles.get(locale) ?? '')
  }

  #troubleHtml(locale: Locale, trouble: Trouble): string {
    const page = this.#troubles.get(locale) ?? ''
    return page.replace(
      /(<div data-slot="trouble"[^>]*>)[\s\S]*?(<\/div>)/,
      (_all, open, close) => `${open}${troubleBody(trouble)}${close}`,
    )
  }
}

function isUntidy(pathname: string): boolean {
  return pathname.includes('//') || pathname.includes('\\') || (pathname.length > 1 && pathname.endsWith('/'))
}

function tidy(pathname: string): string {
  return `/${pathname
    .split(/[/\\]+/)
    .filter(Boolean)
    .join('/')}`
}

const HAS_ENDING = /\.\w{1,12}$/
