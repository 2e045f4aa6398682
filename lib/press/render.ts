import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { inject } from 'light-my-request'

export type Rendered = { status: number; headers: Record<string, string | undefined>; body: Buffer }
type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Renders one GET to its end, without a socket. The request is made here from nothing, so that no header of any reader can reach a
 * page that everybody will share.
 */
export function renderer(handle: Handle, publicUrl: URL) {
  const listener: RequestListener = (request, response) =>
    void handle(request, response).catch(() => response.destroy())
  return async (url: string, headers: Record<string, string>): Promise<Rendered> => {
    const answer = await inject(listener as never, {
      method: 'GET',
      url,
      headers: { host: publicUrl.host, accept: 'text/html', ...headers },
    })
    return { status: answer.statusCode, headers: plain(answer.headers), body: answer.rawPayload }
  }
}

function plain(headers: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
}
