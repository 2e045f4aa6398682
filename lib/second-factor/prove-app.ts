import 'server-only'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { CODES, secondStepPath } from '../paths'
import { Refusal, refuseUnless } from '../refusal'
import { isRecent } from '../sign-in/session'
import { added } from './added'
import { stepOf } from './app-code'
import { holdFactors } from './recount'
import type { ProveAppInput } from './schema'

/** The first right code: the app has the secret, and is asked for from now on. Takes the place of the app before it. */
export async function proveApp(viewer: Viewer, { code }: ProveAppInput, setting: Setting): Promise<Done> {
  const { tx, now, locale } = setting
  refuseUnlessFresh(viewer, now)
  const memberId = viewer.id
  const lastSessionId = viewer.session?.id ?? null
  await holdFactors(tx, memberId)
  const app = await waitingApp(tx, memberId, now)
  if (!app) {
    refuseUnless(await hasJustProven(tx, memberId, now), 'setUpEnded')
    return { id: memberId, path: `${secondStepPath(locale)}#${CODES}` }
  }
  const step = stepOf(app, code, now)
  if (step === undefined) throw new Refusal('wrongAppCode', { code: { code: 'notAnAppCode' } })
  await tx.authenticatorApp.deleteMany({ where: { memberId, provenAt: { not: null } } })
  await tx.authenticatorApp.update({
    where: { id: app.id },
    data: { provenAt: now, expiresAt: null, lastStep: step, lastUsedAt: now, lastSessionId },
    select: { id: true },
  })
  return { id: app.id, path: await added(viewer, 'app', setting) }
}

function waitingApp(tx: Tx, memberId: string, now: Date) {
  return tx.authenticatorApp.findFirst({
    where: { memberId, provenAt: null, expiresAt: { gt: now } },
    select: { id: true, sealed: true },
  })
}

// The second of two taps on the same button.
async function hasJustProven(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const proven = await tx.authenticatorApp.findFirst({
    where: { memberId, provenAt: { not: null } },
    select: { provenAt: true },
  })
  return proven?.provenAt != null && isRecent(proven.provenAt, now)
}
