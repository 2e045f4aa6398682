import { readiness } from '@/lib/database/readiness'

/** The database is reachable and every migration is applied: send readers here. */
export async function GET() {
  const { isReady, says } = await readiness()
  return new Response(`${says}\n`, { status: isReady ? 200 : 503 })
}
