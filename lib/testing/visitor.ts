import { GET as returnDoorway } from '@/app/api/auth/[...nextauth]/route'
import { POST as joinDoorway } from '@/app/api/v1/members/route'
import { POST as visitDoorway } from '@/app/api/v1/sign-in/visits/route'
import { POST as linkDoorway } from '@/app/api/v1/ways-in/links/route'
import { sessionCookieName, viewerOf } from '../accounts/viewer'
import { linksDoor, membersDoor, visitsDoor } from '../doors'
import { newId } from '../ids'
import { CLIENT_ADDRESS_HEADER } from '../network-headers'
import type { ProviderName } from '../providers/names'
import { formRequest, jsonRequest, someAddress } from './requests'

/** A browser: it keeps cookies, ours and the provider's, and follows nobody by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #theirs = new Map<string, string>()

  /** Presses the button of a provider, and gets the address there. */
  async leave(provider: ProviderName, { onward = '', locale = 'en', isLink = false } = {}): Promise<string> {
    const [door, path] = isLink ? [linkDoorway, linksDoor] : [visitDoorway, visitsDoor]
    const fields = { locale, provider, key: newId(), ...(onward ? { onward } : {}) }
    const answer = await door(formRequest(path, fields, { cookie: this.header() }))
    this.keep(answer)
    const [, address = ''] = /^0; url=(.+)$/.exec(answer.headers.get('refresh') ?? '') ?? []
    return address || `refused: ${answer.headers.get('location')}`
  }

  /** Goes to the provider, says who they are there (or goes back), and returns the address that the provider sends them to. */
  async signInThere(address: string, who: string | 'cancel'): Promise<string> {
    this.#theirs.clear()
    const page = await this.#follow(address)
    if (!page.url.includes('/interaction/')) return page.location
    const body = new URLSearchParams(who === 'cancel' ? { cancel: '1' } : { who })
    const { location } = await this.#follow(page.url, { method: 'POST', body })
    return location
  }

  /** Comes back to us with the provider's answer. */
  async comeBack(address: string): Promise<Response> {
    const { pathname, search } = new URL(address)
    const headers = { Cookie: this.header(), [CLIENT_ADDRESS_HEADER]: someAddress(), 'Sec-Fetch-Site': 'cross-site' }
    const answer = await returnDoorway(new Request(new URL(pathname + search, 'http://portal.test:3000'), { headers }))
    this.keep(answer)
    return answer
  }

  /** All of it. */
  async visit(provider: ProviderName, who: string, how: Parameters<Visitor['leave']>[1] = {}): Promise<Response> {
    return this.comeBack(await this.signInThere(await this.leave(provider, how), who))
  }

  header(): string {
    return header(this.cookies)
  }

  keep(answer: Response) {
    take(answer, this.cookies)
  }

  // Until a page that asks something, or until it leads away from the provider.
  async #follow(address: string, options: RequestInit = {}): Promise<{ url: string; location: string }> {
    const answer = await fetch(address, { ...options, redirect: 'manual', headers: { Cookie: header(this.#theirs) } })
    take(answer, this.#theirs)
    const location = answer.headers.get('location')
    if (!location) return { url: address, location: await formAddress(answer) }
    const next = new URL(location, address)
    return next.origin === new URL(address).origin ? this.#follow(next.href) : { url: next.href, location: next.href }
  }
}

export const someone = () => `somebody-${newId().slice(-12)}`

/** Somebody who has joined by this provider, in a browser in which they are signed in. */
export async function joinedFrom(provider: ProviderName, who = someone()) {
  const visitor = new Visitor()
  await visitor.visit(provider, who)
  const handle = `v${newId().slice(-12)}`
  const answer = await joinDoorway(jsonRequest(membersDoor, { handle }, { cookie: visitor.header() }))
  visitor.keep(answer)
  return { who, handle, visitor, answer }
}

export const whoIs = (visitor: Visitor) => viewerOf(visitor.cookies.get(sessionCookieName()))

function header(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function take(answer: Response, jar: Map<string, string>) {
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }
}

// A provider that answers with a form: its fields, as the address that our route makes of them.
async function formAddress(answer: Response): Promise<string> {
  const page = await answer.text()
  const [, action] = /<form method="post" action="([^"]+)"/.exec(page) ?? []
  if (!action) return ''
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  return `${action}?${new URLSearchParams(fields)}`
}
