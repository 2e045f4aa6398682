import 'server-only'
import webpush from 'web-push'
import { env } from '../env'
import { pushKeys } from './keys'
import type { SubscribeInput } from './schema'
import { isPushService } from './services'

/** What a browser shows. `path` is one of ours; pushes with one `tag` replace each other. */
export type PushMessage = { title: string; body: string; path: string; tag: string }
/** `gone`: the browser does not want it any more. `refused`: never so; `later`: not now. */
export type PushEnd = 'sent' | 'gone' | 'refused' | 'later'
export type SendPush = (to: SubscribeInput, message: PushMessage) => Promise<PushEnd>

const TIME_MS = 10_000
const LIFE_SECONDS = 6 * 60 * 60

/** Seals a message for one browser and hands it to its push service. Asks again whether that is one: a list can become shorter. */
export const sendPush: SendPush = async ({ endpoint, p256dh, auth }, message) => {
  if (!isPushService(endpoint)) return 'gone'
  const keys = await pushKeys()
  const options = { vapidDetails: { subject: subject(), ...keys }, TTL: LIFE_SECONDS, urgency: 'normal' as const }
  const subscription = { endpoint, keys: { p256dh, auth } }
  const { method, headers, body } = webpush.generateRequestDetails(subscription, JSON.stringify(message), options)
  const { 'Content-Length': _length, ...told } = headers
  const answer = await fetch(endpoint, {
    method,
    headers: Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)])),
    body: Uint8Array.from(body ?? []),
    // It could lead anywhere.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIME_MS),
  })
  await answer.body?.cancel()
  return meaningOf(answer.status)
}

function meaningOf(status: number): PushEnd {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}

// Whom a push service may ask when something is wrong (RFC 8292, section 2.1).
function subject(): string {
  const { CONTACT_ADDRESS, publicUrl } = env()
  if (CONTACT_ADDRESS) return `mailto:${CONTACT_ADDRESS}`
  return publicUrl.protocol === 'https:' ? publicUrl.origin : `mailto:no-reply@${publicUrl.hostname}`
}
