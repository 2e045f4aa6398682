import 'server-only'
import type { z } from 'zod'
import { type Device, deviceOf } from './accounts/device'
import { sessionCookieName, type Viewer, viewerOf } from './accounts/viewer'
import { clock } from './clock'
import { cookieFrom } from './cookies'
import type { Tx } from './db'
import { answerDone, answerRefused, answerUnread } from './door/answer'
import { draftTokenFrom, dropDraft } from './door/draft'
import { type Claim, claimOf, type Done, earlier, once } from './door/once'
import { parse } from './door/parse'
import { type Received, read } from './door/read'
import { isSameOrigin } from './door/same-origin'
import { env } from './env'
import type { Locale } from './i18n/locales'
import { networkHash } from './network'
import { type Allowance, giveBack, take } from './rate-limit'
import { Refusal } from './refusal'
import { write } from './write'

/** What a verb is given besides the viewer and the input. `tx` is the one transaction of this write. */
export type Setting = Moment & { tx: Tx }

/** What is known of a write before its transaction begins. */
export type Moment = {
  now: Date
  locale: Locale
  /** One cookie of the sender: only signing in and out reads any. */
  cookie: (name: string) => string | undefined
  /** From where, as a keyed hash, and with what kind of browser: for signing in, and for what is counted by network. */
  network: string
  device: () => Device
}

export type DoorSpec<Schema extends z.ZodObject, Before = void> = {
  name: string
  input: Schema
  /** How many writes of this kind one member, or one network of guests, may make. */
  allowance: { points: number; perSeconds: number }
  /** The page with the form, where a refused one is shown again; `values` are what was sent, not yet believed. */
  form: (locale: Locale, values: Record<string, unknown>) => string
  /** How large a file this door takes, in bytes. Without it a form with a file is refused unread. */
  fileBytesMax?: number
  /** Doors of buttons (not of texts) on the same page: when this one goes through, why those were refused is no longer said. */
  besides?: readonly string[]
  /**
   * A verb that sets a value (a vote, a session) does no harm when it runs again, and must: the same words a minute later may mean
   * something else by then. So nothing is remembered of it.
   */
  isRepeatable?: boolean
  /**
   * It comes from elsewhere, with an authority of its own: a signed token in the address (RFC 8058), or the answer of an outside
   * provider. How that is read, in place of a form of ours.
   */
  reads?: (request: Request) => Received | Promise<Received>
  /**
   * What is done before the transaction begins, its result handed to the verb: what must be counted even if the write is refused,
   * and what takes long (rendering). Nothing inside a transaction may wait for another process or ask the database by another connection:
   * ten writers at once would hold all of them.
   */
  before?: (viewer: Viewer, input: z.output<Schema>, moment: Moment) => Promise<Before>
  perform: (viewer: Viewer, input: z.output<Schema>, setting: Setting, before: Before) => Promise<Done>
}

export type Door = ((request: Request) => Promise<Response>) & { doorName: string }

/** One request at a door, once it has been read. */
type Attempt = {
  viewer: Viewer
  network: string
  received: Received
  now: Date
  cookies: string | null
  userAgent: string | null
}

// Tries, also those that were refused: enough for a person who corrects a form, too few for a guessing program.
const ATTEMPTS: Allowance = { name: 'attempts', points: 60, perSeconds: 600, isRemembered: true }

const underWay = new Map<string, Promise<Done>>()

/**
 * The one way in for every write: same origin, size, viewer, attempts, shape, idempotency, allowance, the verb, and the answer.
 * A form gets a redirect (303), a program JSON. Refusals become sentences, and a refused form is kept (design, section 6).
 */
export function door<Schema extends z.ZodObject, Before = void>(spec: DoorSpec<Schema, Before>): Door {
  const open = async (request: Request) => {
    if (spec.reads) return pass(spec, request, await spec.reads(request))
    if (!isSameOrigin(request.headers, env().publicUrl)) return answerUnread(request, new Refusal('foreignOrigin'))
    const received = await read(request, spec.fileBytesMax).catch((error: unknown) => error)
    if (!isReceived(received)) return answerUnread(request, received)
    return pass(spec, request, received)
  }
  return Object.assign(open, { doorName: spec.name })
}

async function pass<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  request: Request,
  received: Received,
): Promise<Response> {
  const now = clock()
  const network = networkHash(request.headers)
  const cookie = request.headers.get('cookie')
  const token = draftTokenFrom(cookie)
  let viewer: Viewer | undefined
  try {
    await take(ATTEMPTS, network)
    viewer = await viewerOf(cookieFrom(cookie, sessionCookieName()))
    const userAgent = request.headers.get('user-agent')
    const done = await perform(spec, { viewer, network, received, now, cookies: cookie, userAgent })
    await dropDraft([spec.name, ...(spec.besides ?? [])], viewer, token).catch(() => {}) // Stored is stored: the draft also ends by itself.
    return answerDone(received, done)
  } catch (error) {
    // Without a viewer nothing was looked up, and nothing is stored: who tries too often costs no more than that.
    const place = {
      door: spec.name,
      form: spec.form(received.locale, received.values),
      action: new URL(request.url).pathname,
      fields: Object.keys(spec.input.shape),
    }
    return answerRefused(place, received, viewer && { viewer, token, network }, error, now)
  }
}

async function perform<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  attempt: Attempt,
): Promise<Done> {
  const input = parse(spec.input, attempt.received)
  if (spec.isRepeatable) return performAgain(spec, attempt, input)
  const claim = claimOf(spec.name, attempt, input)
  // Twins in this process share one write; those in another process meet at the unique key.
  const name = `${claim.keyHash} ${claim.inputHash}`
  const work = underWay.get(name) ?? store(spec, attempt, input, claim).finally(() => underWay.delete(name))
  underWay.set(name, work)
  return work
}

async function store<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  attempt: Attempt,
  input: z.output<Schema>,
  claim: Claim,
): Promise<Done> {
  const { viewer, network, now } = attempt
  const before = await earlier(claim, now)
  if (before) return before

  const allowance = { name: spec.name, ...spec.allowance }
  const who = viewer.id ?? network
  await take(allowance, who)
  try {
    const moment = momentOf(attempt)
    const prepared = await beforeOf(spec, viewer, input, moment)
    const { done, isNew } = await write((tx) =>
      once(tx, claim, now, () => spec.perform(viewer, input, { ...moment, tx }, prepared)),
    )
    if (!isNew) await giveBack(allowance, who)
    return done
  } catch (error) {
    // What cost us a second of work counts, refused or not.
    if (error instanceof Refusal && error.code !== 'tooComplex') await giveBack(allowance, who)
    throw error
  }
}

async function performAgain<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  attempt: Attempt,
  input: z.output<Schema>,
): Promise<Done> {
  await take({ name: spec.name, ...spec.allowance }, attempt.viewer.id ?? attempt.network)
  const moment = momentOf(attempt)
  const prepared = await beforeOf(spec, attempt.viewer, input, moment)
  return write((tx) => spec.perform(attempt.viewer, input, { ...moment, tx }, prepared))
}

// A door without anything to do before has nothing to hand over.
async function beforeOf<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  viewer: Viewer,
  input: z.output<Schema>,
  moment: Moment,
): Promise<Before> {
  return (await spec.before?.(viewer, input, moment)) as Before
}

function momentOf({ received, now, cookies, network, userAgent }: Attempt): Moment {
  const cookie = (name: string) => cookieFrom(cookies, name)
  return { now, locale: received.locale, cookie, network, device: () => deviceOf(userAgent) }
}

function isReceived(value: unknown): value is Received {
  return typeof value === 'object' && value !== null && 'values' in value
}
