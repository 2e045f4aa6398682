import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** One body in the three forms that browsers ask for. */
export type Encoded = { br: Buffer; gzip: Buffer; identity: Buffer; etag: string }
export type Encoding = 'br' | 'gzip' | 'identity'

/** Brotli at 11 for what is kept and sent often; at 4 for what one reader gets once. */
export async function encode(body: Buffer, { isKept }: { isKept: boolean }): Promise<Encoded> {
  const quality = {
    [constants.BROTLI_PARAM_QUALITY]: isKept ? 11 : 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  }
  const [br, gz] = await Promise.all([brotli(body, { params: quality }), deflate(body, { level: isKept ? 9 : 6 })])
  // Weak, because the three forms share it; it changes with the body (RFC 9110, section 8.8.1).
  return {
    br,
    gzip: gz,
    identity: body,
    etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  }
}

// What browsers say is a handful of sentences; reading each anew would be a tenth of the work of sending a kept page.
const understood = new LRUCache<string, Encoding>({ max: 200 })

/** The form to send. Every browser of ours says plain names; a client that weighs them (`q=`) is read carefully. */
export function preferredEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '')
  const known = understood.get(header)
  if (known) return known
  const encoding = read(header)
  understood.set(header, encoding)
  return encoding
}

function read(header: string): Encoding {
  if (accepts(header, 'br')) return 'br'
  return accepts(header, 'gzip') ? 'gzip' : 'identity'
}

function accepts(header: string, name: string): boolean {
  const part = header.split(',').find((one) => one.trim().split(';')[0]?.trim().toLowerCase() === name)
  return part !== undefined && !/;\s*q=0(\.0+)?\s*$/.test(part)
}
