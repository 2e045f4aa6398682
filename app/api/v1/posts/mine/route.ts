import { sessionCookieName, viewerOf } from '@/lib/accounts/viewer'
import { cookieFrom } from '@/lib/cookies'
import { mineAmong } from '@/lib/posts/mine'
import { PostId } from '@/lib/posts/schema'

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** What is mine among `?ids=1,2,3`: my votes and my posts. A guest has nothing. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await viewerOf(cookieFrom(request.headers.get('cookie'), sessionCookieName()))
  const given = new URL(request.url).searchParams.get('ids')?.split(',').slice(0, 500) ?? []
  const ids = given.flatMap((id) => PostId.safeParse(id).data ?? [])
  const mine = await mineAmong(viewer, ids)
  return Response.json(mine ?? {}, { headers: PRIVATE })
}
