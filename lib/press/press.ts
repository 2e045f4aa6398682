import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { expireEverything } from '../cache/clock'
import { traced } from '../cache/trace'
import type { Locale } from '../i18n/locales'
import { causeOf, log } from '../log'
import { CLIENT_ADDRESS_HEADER, CLIENT_DIRECT_HEADER } from '../network-headers'
import { clientFinder } from './client-address'
import { contentSecurityPolicy, dropInternalHeaders, securityHeaders } from './headers'
import { pageAt, type Served } from './pages'
import { Pressroom, type PressroomOptions } from './pressroom'
import { sendNow, sendSheet } from './send'
import { Troubles } from './troubles'

export type PressOptions = PressroomOptions & {
  /** Hands a request on as it is: doors, files, the client router. */
  pass: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Every file that exists outside the build, by path: nothing else with an ending is looked for. */
  files: ReadonlySet<string>
  publicUrl: URL
  trustedProxies: string
}

const UNTIL_RETRY_SECONDS = 5
// What says itself how long a browser may keep it; Next adds no header that is there already.
const KEPT_BY_BROWSERS = /^\/api\/v1\/avatars\/[\w-]+$/

/** The layer in front of Next: sends kept pages, has others made, passes the rest on (design, section 5). */
export class Press {
  readonly counts = { kept: 0, passed: 0, failed: 0 }
  readonly room: Pressroom
  readonly #options: PressOptions
  readonly #security: OutgoingHttpHeaders
  readonly #closed: OutgoingHttpHeaders
  readonly #clientOf: ReturnType<typeof clientFinder>
  readonly #troubles = new Troubles()

  constructor(options: PressOptions) {
    this.#options = options
    this.#security = securityHeaders({ isHttps: options.publicUrl.protocol === 'https:' })
    this.#closed = {
      ...this.#security,
      'Content-Security-Policy': contentSecurityPolicy('none'),
      'Cache-Control': 'private, no-store',
    }
    this.#clientOf = clientFinder(options.trustedProxies)
    this.room = new Pressroom(options, this.#security)
  }

  /** Before the first reader: nothing of an earlier life is believed, and a page of trouble lies ready in each language. */
  async prepare(locales: readonly Locale[]) {
    expireEverything(this.#options.clock)
    await this.#troubles.prepare(locales, this.#options.render)
  }

  /** Answers one request. A kept page is sent at once, without a promise. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const { method, url = '/' } = request
    if (method !== 'GET' && method !== 'HEAD') return this.#change(request, response, url)
    // The shortest way: most requests ask for exactly what is kept under their own address.
    if (request.headers.rsc === undefined && this.#sendKept(request, response, url)) return undefined
    return this.#read(request, response, url)
  }

  /** Takes out what no reader may say, and puts in who this reader is and which host we are. */
  admit(request: IncomingMessage) {
    const client = this.#clientOf(request)
    dropInternalHeaders(request.headers)
    request.headers[CLIENT_ADDRESS_HEADER] = client.address
    if (client.isDirect) request.headers[CLIENT_DIRECT_HEADER] = '1'
    request.headers.host = this.#options.publicUrl.host
  }

  // Only doors take anything but a read.
  async #change(request: IncomingMessage, response: ServerResponse, url: string) {
    if (url.startsWith('/api/')) return this.#pass(request, response)
    const head = { ...this.#closed, Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' }
    return sendNow(request, response, 405, head, 'Method not allowed\n')
  }

  async #read(request: IncomingMessage, response: ServerResponse, url: string) {
    const mark = url.indexOf('?')
    const pathname = mark < 0 ? url : url.slice(0, mark)
    const search = mark < 0 ? '' : url.slice(mark)
    if (isUntidy(pathname)) return this.#redirect(response, tidy(pathname) + search)
    const served = pageAt(pathname, search)
    // The client router asks only where there are scripts; to anybody else the page itself is the answer.
    if (served?.kind.scripts === 'framework' && request.headers.rsc !== undefined) return this.#pass(request, response)
    if (served) return this.#readPage(request, response, served, url)
    if (this.#options.files.has(pathname)) return this.#readFile(request, response, pathname)
    return isPlain(pathname) ? this.#pass(request, response) : this.#noFile(request, response)
  }

  async #readPage(request: IncomingMessage, response: ServerResponse, served: Served, url: string) {
    const { isPublic } = served.kind
    if (isPublic && this.#sendKept(request, response, served.key)) return
    try {
      const making = isPublic ? this.room.shared(served) : this.room.private(served, url, request.headers.cookie)
      const { sheet, hasFailed } = await making
      if (hasFailed) return this.#trouble(request, response, served.locale, 500)
      return sendSheet(request, response, sheet)
    } catch (error) {
      log('error', 'a page could not be rendered', causeOf(error))
      return this.#trouble(request, response, served.locale, 503)
    }
  }

  async #readFile(request: IncomingMessage, response: ServerResponse, pathname: string) {
    const sheet = await this.room.file(pathname)
    return sheet ? sendSheet(request, response, sheet) : this.#noFile(request, response)
  }

  async #pass(request: IncomingMessage, response: ServerResponse) {
    this.counts.passed += 1
    this.admit(request)
    for (const [name, value] of Object.entries(this.#closed)) if (value !== undefined) response.setHeader(name, value)
    if (KEPT_BY_BROWSERS.test(request.url ?? '')) response.removeHeader('Cache-Control')
    await traced(() => this.#options.pass(request, response), this.#options.clock)
  }

  #sendKept(request: IncomingMessage, response: ServerResponse, key: string): boolean {
    const sheet = this.room.store.get(key)
    if (!sheet) return false
    this.counts.kept += 1
    sendSheet(request, response, sheet)
    return true
  }

  #noFile(request: IncomingMessage, response: ServerResponse) {
    const head = { ...this.#closed, 'Content-Type': 'text/plain; charset=utf-8' }
    return sendNow(request, response, 404, head, 'Not found\n')
  }

  #redirect(response: ServerResponse, location: string) {
    response.writeHead(308, { ...this.#security, Location: location, 'Content-Length': 0 })
    response.end()
  }

  #trouble(request: IncomingMessage, response: ServerResponse, locale: Locale, status: number) {
    this.counts.failed += 1
    const head = { ...this.#closed, 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': UNTIL_RETRY_SECONDS }
    return sendNow(request, response, status, head, this.#troubles.page(locale))
  }
}

// What is left for Next to look at: no file, no dot that could pass for a language, nothing encoded.
function isPlain(pathname: string): boolean {
  return !pathname.startsWith('/_next/') && /^[\w/-]*$/.test(pathname)
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
