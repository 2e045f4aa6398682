import 'server-only'
import { randomBytes } from 'node:crypto'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { newId } from '../ids'
import { appSetUpPath } from '../paths'
import { sealSecret } from './app-code'
import { holdFactors } from './recount'
import { APP_SECRET_BYTES, APP_SET_UP_MINUTES, type NothingInput } from './schema'

/** Makes the secret for an authenticator app. It counts for nothing until a first right code proves that the app has it (prove-app.ts). */
export async function beginApp(viewer: Viewer, _input: NothingInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessFresh(viewer, now)
  const memberId = viewer.id
  await holdFactors(tx, memberId)
  // A second tap must not change the secret under a picture that has been scanned.
  const waiting = await tx.authenticatorApp.findFirst({
    where: { memberId, provenAt: null, expiresAt: { gt: now } },
    select: { id: true },
  })
  if (waiting) return { id: waiting.id, path: appSetUpPath(locale) }
  await tx.authenticatorApp.deleteMany({ where: { memberId, provenAt: null } })
  const id = newId()
  const expiresAt = new Date(now.getTime() + APP_SET_UP_MINUTES * 60_000)
  const sealed = sealSecret(id, randomBytes(APP_SECRET_BYTES))
  await tx.authenticatorApp.create({ data: { id, memberId, sealed, madeAt: now, expiresAt }, select: { id: true } })
  return { id, path: appSetUpPath(locale) }
}
