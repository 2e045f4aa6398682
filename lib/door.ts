import 'server-only'
import pLimit from 'p-limit'
import type { z } from 'zod'
import { deviceOf } from './accounts/device'
import { sessionCookieName, type Viewer, viewerOf } from './accounts/viewer'
import { clock } from './clock'
import { cookieFrom } from './cookies'
import { answerDone, answerRefused, answerUnread } from './door/answer'
import { draftTokenFrom, dropDraft } from './door/draft'
import { type Claim, claimOf, type Done, earlier, once } from './door/once'
import { parse } from './door/parse'
import { type Received, read } from './door/read'
import { isSameOrigin } from './door/same-origin'
import type { DoorSpec, Moment } from './door/spec'
import { env } from './env'
import { networkHash } from './network'
import { type Allowance, giveBack, take } from './rate-limit'
import { Refusal } from './refusal'
import { write } from './write'

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
    const received = await receive(request, spec.file).catch((error: unknown) => error)
    if (!isReceived(received)) return answerUnread(request, received)
    return pass(spec, request, received)
  }
  return Object.assign(open, { doorName: spec.name })
}

// Files are read for members only, one at a time for each, and not too many: a body of megabytes is held until it is whole.
const FILES_AT_ONCE = pLimit(20)
const sending = new Set<string>()
const AGAIN_SECONDS = 10

async function receive(request: Request, file: DoorSpec<z.ZodObject>['file']): Promise<Received> {
  if (!file) return read(request)
  const { id } = await viewerOf(cookieFrom(request.headers.get('cookie'), sessionCookieName()))
  if (id === null) throw new Refusal('signInFirst')
  if (sending.has(id)) throw new Refusal('tooFast', {}, AGAIN_SECONDS)
  sending.add(id)
  return FILES_AT_ONCE(() => read(request, file)).finally(() => sending.delete(id))
}

async function pass<Schema extends z.ZodObject, Before>(
  spec: DoorSpec<Schema, Before>,
  request: Request,
  received: Received,
): Promise<Response> {
  const now = clock()
  const isByLink = typeof spec.isByLink === 'function' ? spec.isByLink(request) : spec.isByLink
  const network = networkHash(request.headers)
  const cookie = request.headers.get('cookie')
  const token = draftTokenFrom(cookie)
  let viewer: Viewer | undefined
  try {
    if (!isByLink) await take(ATTEMPTS, network)
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
    if (isByLink) return answerUnread(request, error)
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
