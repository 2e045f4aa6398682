import 'server-only'
import type { z } from 'zod'
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
export type Setting = { tx: Tx; now: Date; locale: Locale }

export type DoorSpec<Schema extends z.ZodObject> = {
  name: string
  input: Schema
  /** How many writes of this kind one member, or one network of guests, may make. */
  allowance: { points: number; perSeconds: number }
  /** The page with the form, where a refused one is shown again. */
  form: (locale: Locale) => string
  perform: (viewer: Viewer, input: z.output<Schema>, setting: Setting) => Promise<Done>
}

export type Door = ((request: Request) => Promise<Response>) & { doorName: string }

/** One request at a door, once it has been read. */
type Attempt = { viewer: Viewer; network: string; received: Received; now: Date }

// Room for 25,000 Chinese characters as a form encodes them (nine bytes each): far more than is taken, so that what is too long
// can be shown again instead of being lost.
const BODY_BYTES_MAX = 256_000
// Tries, also those that were refused: enough for a person who corrects a form, too few for a guessing program.
const ATTEMPTS: Allowance = { name: 'attempts', points: 60, perSeconds: 600, isRemembered: true }

const underWay = new Map<string, Promise<Done>>()

/**
 * The one way in for every write: same origin, size, viewer, attempts, shape, idempotency, allowance, the verb, and the answer.
 * A form gets a redirect (303), a program JSON. Refusals become sentences, and a refused form is kept (design, section 6).
 */
export function door<Schema extends z.ZodObject>(spec: DoorSpec<Schema>): Door {
  const open = async (request: Request) => {
    if (!isSameOrigin(request.headers, env().publicUrl)) return answerUnread(request, new Refusal('foreignOrigin'))
    const received = await read(request, BODY_BYTES_MAX).catch((error: unknown) => error)
    if (!isReceived(received)) return answerUnread(request, received)
    return pass(spec, request, received)
  }
  return Object.assign(open, { doorName: spec.name })
}

async function pass<Schema extends z.ZodObject>(
  spec: DoorSpec<Schema>,
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
    const done = await perform(spec, { viewer, network, received, now })
    await dropDraft(spec.name, viewer, token).catch(() => {}) // Stored is stored: the draft also ends by itself.
    return answerDone(received, done)
  } catch (error) {
    // Without a viewer nothing was looked up, and nothing is stored: who tries too often costs no more than that.
    const place = {
      door: spec.name,
      form: spec.form(received.locale),
      action: new URL(request.url).pathname,
      fields: Object.keys(spec.input.shape),
    }
    return answerRefused(place, received, viewer && { viewer, token, network }, error, now)
  }
}

function perform<Schema extends z.ZodObject>(spec: DoorSpec<Schema>, attempt: Attempt): Promise<Done> {
  const input = parse(spec.input, attempt.received)
  const claim = claimOf(spec.name, attempt, input)
  // Twins in this process share one write; those in another process meet at the unique key.
  const name = `${claim.keyHash} ${claim.inputHash}`
  const work = underWay.get(name) ?? store(spec, attempt, input, claim).finally(() => underWay.delete(name))
  underWay.set(name, work)
  return work
}

async function store<Schema extends z.ZodObject>(
  spec: DoorSpec<Schema>,
  attempt: Attempt,
  input: z.output<Schema>,
  claim: Claim,
): Promise<Done> {
  const { viewer, network, received, now } = attempt
  const before = await earlier(claim, now)
  if (before) return before

  const allowance = { name: spec.name, ...spec.allowance }
  const who = viewer.id ?? network
  await take(allowance, who)
  try {
    const { done, isNew } = await write((tx) =>
      once(tx, claim, now, () => spec.perform(viewer, input, { tx, now, locale: received.locale })),
    )
    if (!isNew) await giveBack(allowance, who)
    return done
  } catch (error) {
    if (error instanceof Refusal) await giveBack(allowance, who)
    throw error
  }
}

function isReceived(value: unknown): value is Received {
  return typeof value === 'object' && value !== null && 'values' in value
}
