import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CacheClock, newClock } from '../cache/clock'
import { currentTrace, note } from '../cache/trace'
import { Press } from '../press/press'
import type { Rendered } from '../press/render'

/** A page that a test's renderer gives, with what it showed. `until` holds the rendering open. */
export type TestPage = {
  body?: string
  status?: number
  tags?: string[]
  endsAt?: number
  until?: Promise<unknown>
  fails?: boolean
}

type Options = {
  page: (url: string, headers: Record<string, string>) => TestPage
  bytesMax?: number
  clock?: CacheClock
  trustedProxies?: string
}

/** A press on a real socket, in front of a renderer that the test writes. `renders` lists what it was asked to render. */
export async function pressFor({ page, bytesMax = 4_000_000, clock = newClock(), trustedProxies = '' }: Options) {
  const renders: { url: string; headers: Record<string, string> }[] = []
  const passed: Record<string, unknown>[] = []
  const press = new Press({
    render: async (url, headers) => {
      renders.push({ url, headers })
      return rendered(page(url, headers))
    },
    pass: async (request, response) => {
      passed.push({ ...request.headers })
      response.end('passed')
    },
    files: new Set(['/icon.svg']),
    clock,
    publicUrl: new URL('http://portal.test:3000'),
    bytesMax,
    trustedProxies,
  })
  const server = createServer((request, response) => void press.handle(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${origin}${path}`, { headers, method, redirect: 'manual' })
  return { press, clock, renders, passed, get, origin, close: () => server.close() }
}

async function rendered({
  body = '',
  status = 200,
  tags = [],
  endsAt = Number.POSITIVE_INFINITY,
  until,
  fails,
}: TestPage): Promise<Rendered> {
  note(currentTrace(), tags, endsAt)
  await until
  if (fails) throw new Error('the renderer fell')
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(`<html><head></head><body>${body}</body></html>`),
  }
}
