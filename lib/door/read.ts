import { defaultLocale, isLocale, type Locale } from '../i18n/locales'
import { Refusal } from '../refusal'

/** What arrived, before anything of it is believed. `values` are the sender's; the rest is the doorway's own. */
export type Received = {
  isForm: boolean
  locale: Locale
  next: string | undefined
  key: { from: 'header' | 'form'; value: string } | undefined
  values: Record<string, unknown>
}

const KEY = /^[\w-]{16,64}$/

/** Reads a body of at most `bytesMax`, form or JSON. Refuses `tooLarge` and `unreadable` (also for any other kind of body). */
export async function read(request: Request, bytesMax: number): Promise<Received> {
  const kind = request.headers.get('content-type')?.split(';')[0]?.trim()
  if (kind === 'application/x-www-form-urlencoded') return readForm(request.headers, await bodyOf(request, bytesMax))
  if (kind === 'application/json') return readJson(request.headers, await bodyOf(request, bytesMax))
  throw new Refusal('unreadable')
}

/** The reader's language as the browser says it: for JSON, and for whatever failed before a form's own field was read. */
export function acceptedLocale(headers: Headers): Locale {
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find(isLocale) ?? defaultLocale
}

function readForm(headers: Headers, body: string): Received {
  const { locale, next, key, ...values } = fieldsOf(new URLSearchParams(body))
  return {
    isForm: true,
    locale: isLocale(locale) ? locale : acceptedLocale(headers),
    next,
    key: key && KEY.test(key) ? { from: 'form', value: key } : undefined,
    values,
  }
}

// Several boxes of one question are named `name[]`: what is checked comes as one value, in commas, so that a draft can hold it.
function fieldsOf(sent: URLSearchParams): Record<string, string> {
  const lists = [...new Set(sent.keys())].filter((name) => name.endsWith('[]'))
  return {
    ...Object.fromEntries([...sent].filter(([name]) => !name.endsWith('[]'))),
    ...Object.fromEntries(lists.map((name) => [name.slice(0, -2), sent.getAll(name).join(',')])),
  }
}

function readJson(headers: Headers, body: string): Received {
  const key = headers.get('idempotency-key') ?? ''
  return {
    isForm: false,
    locale: acceptedLocale(headers),
    next: undefined,
    key: KEY.test(key) ? { from: 'header', value: key } : undefined,
    values: parse(body),
  }
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below, as for every body that is no object.
  }
  throw new Refusal('unreadable')
}

// Counted while it arrives: `Content-Length` may be absent or a lie.
async function bodyOf(request: Request, bytesMax: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > bytesMax) throw new Refusal('tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const ONE_CLICK = 'List-Unsubscribe=One-Click'
const ONE_CLICK_PART = /name="?List-Unsubscribe"?\s+One-Click/
const ONE_CLICK_BYTES_MAX = 2_000

/** What a signed link says: all of it in the address. A person's form gets a page afterwards, a mail program's one click a bare "done". */
export async function readLink(request: Request): Promise<Received> {
  const { locale, ...values } = Object.fromEntries(new URL(request.url).searchParams)
  const body = await bodyOf(request, ONE_CLICK_BYTES_MAX).catch(() => '')
  return {
    isForm: !body.includes(ONE_CLICK) && !ONE_CLICK_PART.test(body),
    locale: isLocale(locale) ? locale : acceptedLocale(request.headers),
    next: undefined,
    key: undefined,
    values,
  }
}
