import { z } from 'zod'
import type { FieldRefusalCode } from '../refusal'
import { isPushService } from './services'

const notAPushService = 'notAPushService' satisfies FieldRefusalCode
// Characters: what browsers give has some 200, Microsoft's up to 600.
const ENDPOINT_MAX = 1_000

const Endpoint = z.string({ error: 'required' satisfies FieldRefusalCode }).max(ENDPOINT_MAX, notAPushService)

/** What a browser tells of itself when it agrees to pushes (RFC 8030, RFC 8291): where to send them, and the keys to seal them with. */
export const SubscribeInput = z.strictObject({
  endpoint: Endpoint.refine(isPushService, notAPushService),
  // An uncompressed point of P-256 (65 bytes) and 16 random bytes, in base64url.
  p256dh: z.string().regex(/^B[\w-]{86}=?$/, notAPushService),
  auth: z.string().regex(/^[\w-]{22}={0,2}$/, notAPushService),
})
export type SubscribeInput = z.output<typeof SubscribeInput>

/** Which of one's browsers gets no pushes any more. */
export const EndPushInput = z.strictObject({ subscription: z.uuid({ error: 'required' satisfies FieldRefusalCode }) })
export type EndPushInput = z.output<typeof EndPushInput>
