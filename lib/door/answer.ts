import 'server-only'
import { isUnavailable } from '../db'
import { env } from '../env'
import type { Locale } from '../i18n/locales'
import { type Sentences, sentencesFor } from '../i18n/sentences'
import { causeOf, log } from '../log'
import { localPath, PROVEN, proveAgainPath, signInPath } from '../paths'
import { Refusal, type RefusalCode, refusalStatus } from '../refusal'
import { troublePage } from '../trouble'
import { departurePage } from './departure'
import { type Draft, keepDraft, type Owner } from './draft'
import type { Done } from './once'
import { acceptedLocale, localeOfPage, type Received } from './read'

type Place = { door: string; form: string; action: string; fields: readonly string[] }

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** It is stored: a form goes on to its page, a program gets the id. The same write sent again gets the same answer. */
export function answerDone(received: Received, done: Done): Response {
  if (received.isForm && done.leadsTo) return withCookies(departure(received.locale, done.path, done.leadsTo), done)
  const location = localPath(received.next, env().publicUrl) ?? done.path
  if (received.isForm) return withCookies(new Response(null, { status: 303, headers: to(location) }), done)
  return withCookies(Response.json({ id: done.id, location: done.path }, { status: 201, headers: to(done.path) }), done)
}

// Not by a redirect: Chromium holds a form's redirects to `form-action` too, and where a provider sends on to is not known here.
function departure(locale: Locale, address: string, title: string): Response {
  const headers = { ...PRIVATE, Refresh: `0; url=${address}`, 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(departurePage(locale, address, sentencesFor(locale).goOnTo(title)), { headers })
}

function to(location: string) {
  return { ...PRIVATE, Location: location }
}

function withCookies(response: Response, { cookies = [] }: Done): Response {
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  return response
}

/** It never came to reading: foreign, too large, or no form and no JSON. */
export function answerUnread(request: Request, error: unknown): Response {
  const refusal = asRefusal(error)
  const locale = localeOfPage(request.headers) ?? acceptedLocale(request.headers)
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false
  return isJson ? json(refusal, locale) : page(refusal, locale)
}

/**
 * It was refused. A form is kept as a draft and shown again with the reason; when even that cannot be stored, the answer is a page
 * that holds the words and sends them again with one tap.
 */
export async function answerRefused(
  place: Place,
  received: Received,
  owner: Owner | undefined,
  error: unknown,
  now: Date,
): Promise<Response> {
  const refusal = asRefusal(error)
  if (!received.isForm) return json(refusal, received.locale)
  const { code, fields, retryAfterSeconds } = refusal
  const values = strings(received.values, place.fields)
  if (code === 'unavailable' || !owner)
    return page(refusal, received.locale, { action: place.action, fields: sentFields(received, values) })
  try {
    const draft: Draft = { values, code, fields, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) }
    const cookie = await keepDraft(place.door, owner, draft, now)
    const location = whereTo(code, received.locale, place.form)
    const headers = { ...to(location), ...(cookie ? { 'Set-Cookie': cookie } : {}) }
    return new Response(null, { status: 303, headers })
  } catch (failure) {
    return page(asRefusal(failure), received.locale, { action: place.action, fields: sentFields(received, values) })
  }
}

// Who has to sign in first, or once more, comes back to the form afterwards, where the words wait.
function whereTo(code: RefusalCode, locale: Locale, form: string): string {
  if (code === 'signInFirst') return signInPath(locale, form)
  return code === 'proveAgain' ? proveAgainPath(locale, `${form}#${PROVEN}`) : `${form}#refused`
}

// Anything that is not a Refusal is a bug or a database that cannot be had. Both are said in the same words; only the log knows more.
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  log(isUnavailable(error) ? 'warn' : 'error', 'a door failed', causeOf(error))
  return new Refusal('unavailable', {}, 10)
}

function json(refusal: Refusal, locale: Locale): Response {
  const say = sentencesFor(locale)
  const fields = Object.entries(refusal.fields).map(([name, field]) => [name, { ...field, message: say.field(field) }])
  const body = { refusal: { code: refusal.code, message: say.refusal(refusal), fields: Object.fromEntries(fields) } }
  return Response.json(body, {
    status: refusalStatus[refusal.code],
    headers: { ...PRIVATE, ...retry(refusal), 'Content-Language': locale },
  })
}

function page(refusal: Refusal, locale: Locale, resend?: { action: string; fields: Record<string, string> }): Response {
  const say: Sentences = sentencesFor(locale)
  const status = refusalStatus[refusal.code]
  const trouble = {
    status,
    ...(status < 500 ? { title: say.notSent } : {}),
    sentence: say.refusal(refusal),
    ...(resend ? { resend: { ...resend, button: say.resend } } : {}),
  }
  const headers = { ...PRIVATE, ...retry(refusal), 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(troublePage(locale, trouble), { status, headers })
}

function retry({ retryAfterSeconds }: Refusal): Record<string, string> {
  return retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {}
}

function sentFields({ locale, next, key }: Received, values: Record<string, string>): Record<string, string> {
  return { ...values, locale, ...(next ? { next } : {}), ...(key ? { key: key.value } : {}) }
}

// Only what this form has; whatever else was sent is not worth keeping.
function strings(values: Record<string, unknown>, fields: readonly string[]): Record<string, string> {
  const given = fields.map((field) => [field, values[field]] as const)
  return Object.fromEntries(given.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
