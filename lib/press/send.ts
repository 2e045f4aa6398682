import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type Encoded, type Encoding, preferredEncoding } from './encode'
import type { Sheet } from './store'

/** Makes the header lists of a body once, so that sending it is a look-up. */
export function heads(told: OutgoingHttpHeaders, body: Encoded, status: number): Sheet {
  const common = flat({ ...told, Vary: 'Accept-Encoding', ETag: body.etag })
  const headOf = (encoding: Encoding) => {
    const named = encoding === 'identity' ? [] : ['Content-Encoding', encoding]
    return [...common, ...named, 'Content-Length', String(body[encoding].byteLength)]
  }
  return {
    ...body,
    status,
    heads: { br: headOf('br'), gzip: headOf('gzip'), identity: headOf('identity') },
    notModified: common,
  }
}

export function sendSheet(request: IncomingMessage, response: ServerResponse, sheet: Sheet) {
  const tagGiven = request.headers['if-none-match']
  if (tagGiven !== undefined && sheet.status === 200 && matches(tagGiven, sheet.etag)) {
    response.writeHead(304, sheet.notModified as string[])
    response.end()
    return
  }
  const encoding = preferredEncoding(request.headers['accept-encoding'])
  response.writeHead(sheet.status, sheet.heads[encoding] as string[])
  response.end(request.method === 'HEAD' ? undefined : sheet[encoding])
}

export function sendNow(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  told: OutgoingHttpHeaders,
  body: string,
) {
  response.writeHead(status, { ...told, 'Content-Length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

// Weak comparison (RFC 9110, section 8.8.3.2).
function matches(given: string, etag: string): boolean {
  return (
    given === etag || given === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2))
  )
}

function flat(headers: OutgoingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]))
}
