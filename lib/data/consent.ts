import 'server-only'
import { createHash } from 'node:crypto'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import { documents } from '../documents/documents'
import type { DocumentName } from '../documents/names'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import type { Locale } from '../i18n/locales'
import { newId } from '../ids'
import { AGREED, myDataPath } from '../paths'
import { refuseUnless } from '../refusal'
import { join } from '../sign-in/join'
import type { HandleInput } from '../sign-in/schema'
import type { ConsentInput } from './schema'

/** What a member agrees to: the rules are a promise, of the privacy page they say that they have read it. */
export const agreed = ['rules', 'privacy'] as const satisfies readonly DocumentName[]

/** Joins, and keeps which wording of the rules and the privacy page the newcomer agreed to. */
export async function joinAgreeing(viewer: Viewer, input: HandleInput, setting: Setting): Promise<Done> {
  const done = await join(viewer, input, setting)
  await keepConsent(setting.tx, done.id, setting)
  return done
}

/** Agrees to the wording of today. Refuses what was read before it changed: one agrees to what one has seen. Sets a state. */
export async function consent(viewer: Viewer, input: ConsentInput, setting: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  const isToday = agreed.every((document) => input[document] === documents[document].version)
  refuseUnless(isToday, 'newerWording')
  await keepConsent(setting.tx, viewer.id, setting)
  return { id: viewer.id, path: `${myDataPath(setting.locale)}#${AGREED}` }
}

async function keepConsent(tx: Tx, memberId: string, { now, locale }: Setting) {
  const rows = agreed.map((document) => ({
    id: newId(),
    memberId,
    document,
    version: documents[document].version,
    locale,
    textHash: textHash(document, locale),
    givenAt: now,
  }))
  const { count } = await tx.consent.createMany({ data: rows, skipDuplicates: true })
  if (count > 0) await record(tx, { kind: 'consentGiven', actorId: memberId, at: now, codes: versions() })
}

function versions(): Record<string, number> {
  return Object.fromEntries(agreed.map((document) => [document, documents[document].version]))
}

/** Which words exactly: SHA-256 of the document in this language, so that it can be proven later what they read. */
export function textHash(document: DocumentName, locale: Locale): string {
  return createHash('sha256').update(JSON.stringify(documents[document][locale])).digest('hex')
}
