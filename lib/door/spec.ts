import type { z } from 'zod'
import type { Device } from '../accounts/device'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Locale } from '../i18n/locales'
import type { Done } from './once'
import type { Received } from './read'

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
  /** The field of a file that this door takes, and how large it may be, in bytes. Without it a form with a file is refused unread. */
  file?: { name: string; bytesMax: number }
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
   * Whoever holds the link may, from anywhere (or nobody may, and a page elsewhere sends it): not counted by network (the services of many readers' mail press it), and nothing of it is
   * kept, because a page elsewhere can send it too.
   */
  isByLink?: boolean | ((request: Request) => boolean)
  /**
   * What is done before the transaction begins, its result handed to the verb: what must be counted even if the write is refused,
   * and what takes long (rendering). Nothing inside a transaction may wait for another process or ask the database by another connection:
   * ten writers at once would hold all of them.
   */
  before?: (viewer: Viewer, input: z.output<Schema>, moment: Moment) => Promise<Before>
  perform: (viewer: Viewer, input: z.output<Schema>, setting: Setting, before: Before) => Promise<Done>
}
