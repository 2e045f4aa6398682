import { GET as unknown } from '@/app/api/[...unknown]/route'
import { door } from '@/lib/door'
import { read } from '@/lib/door/read'
import { returnPath } from '@/lib/doors'
import { signInPath, waysInPath } from '@/lib/paths'
import { configured } from '@/lib/providers/configured'
import { isProviderName, type ProviderName } from '@/lib/providers/names'
import { arrive, receive } from '@/lib/sign-in/arrive'
import { ReturnInput } from '@/lib/sign-in/schema'
import { isOnVisit, readReturn } from '@/lib/sign-in/visit-cookie'
import { BUTTONS } from '@/lib/ways-in/schema'

/** Back from an outside provider. Of all that Auth.js answers under /api/auth there is only this. */
export function GET(request: Request): Promise<Response> | Response {
  const provider = providerAt(request)
  return provider ? returned(provider)(request) : unknown(request)
}

/**
 * Apple answers with a form, sent from its own site, without the cookies of ours: it is sent on to the same address as a read, with
 * them. Nothing is done here.
 */
export async function POST(request: Request): Promise<Response> {
  const provider = providerAt(request)
  if (!provider) return unknown(request)
  const { values } = await read(request).catch(() => ({ values: {} as Record<string, unknown> }))
  const known = ['state', 'code', 'iss', 'error'].flatMap((name) => {
    const value = values[name]
    return typeof value === 'string' ? [[name, value]] : []
  })
  const Location = `${returnPath(provider)}?${new URLSearchParams(known)}`
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'private, no-store' } })
}

const returned = (provider: ProviderName) =>
  door({
    name: 'arrive',
    input: ReturnInput,
    allowance: { points: 60, perSeconds: 3600 },
    form: (locale, { purpose, onward }) =>
      purpose === 'link' ? waysInPath(locale) : signInPath(locale, typeof onward === 'string' ? onward : undefined),
    besides: BUTTONS,
    isRepeatable: true,
    reads: readReturn(provider),
    isByLink: (request) => !isOnVisit(request),
    before: receive,
    perform: arrive,
  })

function providerAt(request: Request): ProviderName | undefined {
  const [, name = ''] = /^\/api\/auth\/callback\/([a-z]+)$/.exec(new URL(request.url).pathname) ?? []
  return isProviderName(name) && configured(name) ? name : undefined
}
