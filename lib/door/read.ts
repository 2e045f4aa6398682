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

// Room for 25,000 Chinese characters as a form encodes them (nine bytes each): far more than is taken, so that what is too long
// can be shown again instead of being lost.
const BODY_BYTES_MAX = 256_000
const KEY = /^[\w-]{16,64}$/

/**
 * Reads a form, a form with a file (where the door takes one, of so many bytes), or JSON. Refuses `tooLarge` and `unreadable` (also
 * any other kind of body).
 */
export async function read(request: Request, file?: { name: string; bytesMax: number }): Promise<Received> {
  const fileBytesMax = file?.bytesMax ?? 0
  // A program sends the file inside its JSON, in base64: four characters for three bytes.
  const bytesMax = BODY_BYTES_MAX + Math.ceil(fileBytesMax / 3) * 4
  const kind = request.headers.get('content-type')?.split(';')[0]?.trim()
  if (kind === 'application/x-www-form-urlencoded')
    return readForm(request.headers, fieldsIn(await bodyOf(request, BODY_BYTES_MAX)))
  if (kind === 'multipart/form-data' && file) {
    const body = await bodyOf(request, bytesMax).catch((error: unknown) => error)
    // Too heavy: said at the field of the file, on the page of the form, and not as a text that is too long.
    if (!(body instanceof Buffer))
      return readForm(request.headers, { fields: new URLSearchParams(), files: tooHeavy(file) })
    return readForm(request.headers, await partsOf(request.headers, body))
  }
  if (kind === 'application/json') return readJson(request.headers, await textOf(request, bytesMax))
  throw new Refusal('unreadable')
}

/** The reader's language as the browser says it: for JSON, and for whatever failed before a form's own field was read. */
export function acceptedLocale(headers: Headers): Locale {
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find(isLocale) ?? defaultLocale
}

/** The language of the page with the form, when the form itself could not be read. */
export function localeOfPage(headers: Headers): Locale | undefined {
  const from = headers.get('referer')
  const locale = from && URL.canParse(from) ? new URL(from).pathname.split('/')[1] : undefined
  return isLocale(locale) ? locale : undefined
}

type Sent = URLSearchParams | { fields: URLSearchParams; files: Record<string, Uint8Array> }

function readForm(headers: Headers, sent: Sent): Received {
  const { fields, files } = sent instanceof URLSearchParams ? { fields: sent, files: {} } : sent
  const { locale, next, key, ...values } = fieldsOf(fields)
  return {
    isForm: true,
    locale: isLocale(locale) ? locale : (localeOfPage(headers) ?? acceptedLocale(headers)),
    next,
    key: key && KEY.test(key) ? { from: 'form', value: key } : undefined,
    values: { ...values, ...files },
  }
}

// The parsers of the platform take a time that grows with the square of the fields: our forms have some dozens, and no more is parsed.
const FIELDS_MAX = 300

function fieldsIn(body: Buffer): URLSearchParams {
  refuseMany(body, '&')
  return new URLSearchParams(body.toString('utf8'))
}

function refuseMany(body: Buffer, separator: string) {
  let count = 0
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + 1)) {
    count += 1
    if (count > FIELDS_MAX) throw new Refusal('unreadable')
  }
}

// Stands for a file of which nothing was kept: one byte more than the door takes.
function tooHeavy({ name, bytesMax }: { name: string; bytesMax: number }): Record<string, Uint8Array> {
  return { [name]: new Uint8Array(bytesMax + 1) }
}

// A file's name and kind are what its sender says: only its bytes are taken.
async function partsOf(headers: Headers, body: Buffer<ArrayBuffer>) {
  const kind = headers.get('content-type') ?? ''
  const [boundary, ...more] = [...kind.matchAll(/boundary="?([^";\\]+)/gi)].map((match) => match[1])
  if (!boundary || more.length > 0) throw new Refusal('unreadable')
  refuseMany(body, `--${boundary}`)
  const parts = await new Response(body, { headers: { 'Content-Type': kind } }).formData().catch(() => {
    throw new Refusal('unreadable')
  })
  const fields = new URLSearchParams()
  const files: Record<string, Uint8Array> = {}
  for (const [name, value] of parts) {
    if (typeof value === 'string') fields.append(name, value)
    else files[name] = new Uint8Array(await value.arrayBuffer())
  }
  return { fields, files }
}

// Several boxes of one question are named `name[]`: what is checked comes as one value, in commas, so that a draft can hold it.
function fieldsOf(sent: URLSearchParams): Record<string, string> {
  const [plain, lists] = [new Map<string, string>(), new Map<string, string[]>()]
  for (const [name, value] of sent) {
    if (!name.endsWith('[]')) plain.set(name, value)
    else lists.set(name, [...(lists.get(name) ?? []), value])
  }
  return {
    ...Object.fromEntries(plain),
    ...Object.fromEntries([...lists].map(([name, values]) => [name.slice(0, -2), values.join(',')])),
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

const DRAINED_MAX = 20_000_000

// Counted while it arrives: `Content-Length` may be absent or a lie.
async function bodyOf(request: Request, bytesMax: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    // The rest is read and forgotten, within reason: a browser that is cut off while it sends shows no answer at all.
    if (size > bytesMax + DRAINED_MAX) throw new Refusal('tooLarge')
    if (size <= bytesMax) chunks.push(chunk)
  }
  if (size > bytesMax) throw new Refusal('tooLarge')
  return Buffer.concat(chunks)
}

async function textOf(request: Request, bytesMax: number): Promise<string> {
  return (await bodyOf(request, bytesMax)).toString('utf8')
}

const ONE_CLICK = 'List-Unsubscribe=One-Click'
const ONE_CLICK_PART = /name="?List-Unsubscribe"?\s+One-Click/
const ONE_CLICK_BYTES_MAX = 2_000

/** What a signed link says: all of it in the address. A person's form gets a page afterwards, a mail program's one click a bare "done". */
export async function readLink(request: Request): Promise<Received> {
  const { locale, ...values } = Object.fromEntries(new URL(request.url).searchParams)
  const body = await textOf(request, ONE_CLICK_BYTES_MAX).catch(() => '')
  return {
    isForm: !body.includes(ONE_CLICK) && !ONE_CLICK_PART.test(body),
    locale: isLocale(locale) ? locale : acceptedLocale(request.headers),
    next: undefined,
    key: undefined,
    values,
  }
}
