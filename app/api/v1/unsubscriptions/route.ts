import { door } from '@/lib/door'
import { acceptedLocale, readLink } from '@/lib/door/read'
import { isLocale } from '@/lib/i18n/locales'
import { UnsubscribeInput } from '@/lib/notifications/schema'
import { unsubscribe } from '@/lib/notifications/unsubscribe'
import { unsubscribePath } from '@/lib/paths'

export const POST = door({
  name: 'unsubscribe',
  input: UnsubscribeInput,
  // Large mail services click for many of their customers from few addresses.
  allowance: { points: 600, perSeconds: 3600 },
  form: (locale, { token }) => unsubscribePath(locale, typeof token === 'string' ? token : ''),
  isRepeatable: true,
  reads: readLink,
  isByLink: true,
  perform: unsubscribe,
})

/** A mail program without "one click" opens the address: looking ends nothing, the page asks. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const locale = searchParams.get('locale')
  const shown = isLocale(locale) ? locale : acceptedLocale(request.headers)
  const Location = unsubscribePath(shown, searchParams.get('token') ?? '')
  return new Response(null, { status: 303, headers: { Location, 'Cache-Control': 'private, no-store' } })
}
