import { clock } from '@/lib/clock'
import { avatarNamed } from '@/lib/profiles/avatar'

// Long enough for a visit; short enough that a picture which was taken away is soon gone from what browsers keep.
const KEPT = { 'Cache-Control': 'public, max-age=3600' }

/** A member's picture, by an address that changes with it. */
export async function GET(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const picture = await avatarNamed(name, clock())
  if (!picture) return new Response('Not found\n', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(picture, { headers: { ...KEPT, 'Content-Type': 'image/webp' } })
}
