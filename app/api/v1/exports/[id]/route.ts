import { Readable } from 'node:stream'
import { z } from 'zod'
import { sessionCookieName, viewerOf } from '@/lib/accounts/viewer'
import { clock } from '@/lib/clock'
import { cookieFrom } from '@/lib/cookies'
import { download } from '@/lib/data/download'
import { acceptedLocale } from '@/lib/door/read'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { myDataPath, PROVEN, proveAgainPath, signInPath } from '@/lib/paths'
import { Refusal, refusalStatus } from '@/lib/refusal'

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** The file of an export, for its owner's browser alone. Whoever has to prove who they are is led there, and to the page afterwards. */
export async function GET(request: Request): Promise<Response> {
  const now = clock()
  const url = new URL(request.url)
  const id = z.uuid().safeParse(url.pathname.split('/').at(-1)).data
  const asked = url.searchParams.get('locale')
  const locale = isLocale(asked) ? asked : acceptedLocale(request.headers)
  try {
    // Another site can lead somebody here, but has no reason to.
    if (request.headers.get('sec-fetch-site') === 'cross-site') throw new Refusal('notFound')
    const viewer = await viewerOf(cookieFrom(request.headers.get('cookie'), sessionCookieName()))
    return file(await download(viewer, id, now))
  } catch (error) {
    return refused(error, locale)
  }
}

function file({ madeAt, bytes, parts }: Awaited<ReturnType<typeof download>>): Response {
  return new Response(Readable.toWeb(Readable.from(parts())) as ReadableStream, {
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="my-data-${madeAt.toISOString().slice(0, 10)}.zip"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function refused(error: unknown, locale: Locale): Response {
  if (!(error instanceof Refusal)) throw error
  const page = myDataPath(locale)
  if (error.code === 'signInFirst') return sent(signInPath(locale, page))
  if (error.code === 'proveAgain') return sent(proveAgainPath(locale, `${page}#${PROVEN}`))
  return Response.json({ refusal: { code: error.code } }, { status: refusalStatus[error.code], headers: PRIVATE })
}

function sent(Location: string): Response {
  return new Response(null, { status: 303, headers: { ...PRIVATE, Location } })
}
