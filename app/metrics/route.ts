import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'
import { metricsText } from '@/lib/metrics'
import { isLoopback } from '@/lib/network'

/** For this machine, or for whoever has METRICS_TOKEN. To everybody else it does not exist. */
export function GET(request: Request) {
  if (!isLoopback(request.headers) && !hasToken(request.headers)) return new Response('Not found\n', { status: 404 })
  return new Response(metricsText(), { headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' } })
}

function hasToken(headers: Headers): boolean {
  const expected = Buffer.from(`Bearer ${env().METRICS_TOKEN ?? ''}`)
  const given = Buffer.from(headers.get('authorization') ?? '')
  return env().METRICS_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected)
}
