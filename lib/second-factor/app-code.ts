import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { env } from '../env'
import { seal, unseal } from '../secrets'
import { APP_DIGITS, APP_PERIOD_SECONDS, APP_WINDOW } from './schema'

type SealedApp = { id: string; sealed: Uint8Array }

export function sealSecret(id: string, secret: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(seal('authenticator app', id, secret))
}

/** What the app is told: the secret, under which name it lists it, and the address that holds both, for the picture. */
export function appOf({ id, sealed }: SealedApp, label: string): TOTP {
  const bytes = unseal('authenticator app', id, sealed)
  if (!bytes) throw new Error('the secret of an authenticator app does not open: was AUTH_SECRET changed?')
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer })
  return new TOTP({ secret, label, issuer: env().SITE_NAME, digits: APP_DIGITS, period: APP_PERIOD_SECONDS })
}

/** The step whose code this is, now or one before or after; none when it is wrong. */
export function stepOf(app: SealedApp, code: string, now: Date): number | undefined {
  const totp = appOf(app, '')
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: APP_WINDOW })
  return delta === null ? undefined : totp.counter({ timestamp }) + delta
}
