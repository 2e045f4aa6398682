import 'server-only'
import {
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { refuseUnlessFresh } from '../accounts/fresh'
import type { Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { causeOf, log } from '../log'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { added } from './added'
import { spendChallenge } from './challenge'
import { holdFactors } from './recount'
import { relyingParty } from './relying-party'
import { ALGORITHMS, type NewPasskeyInput, PASSKEYS_MAX, TRANSPORTS } from './schema'

type NewPasskey = { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number; transports: string[] }

/** Is this a passkey that was made just now, for this site, in this browser, and by a person whom it recognized? */
export async function checkNewPasskey(
  viewer: Viewer,
  { response }: NewPasskeyInput,
  moment: Moment,
): Promise<NewPasskey> {
  refuseUnlessFresh(viewer, moment.now)
  const party = relyingParty()
  refuseUnless(party, 'noPasskeys')
  refuseUnless(response, 'passkeyEnded')
  const expectedChallenge = await spendChallenge(response.response.clientDataJSON, viewer.id, moment)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...response, clientExtensionResults: {} } as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(notVerified)
  if (!verified) throw new Refusal('passkeyWrong')
  const { id: credentialId, publicKey, counter } = registrationInfo.credential
  const transports = TRANSPORTS.filter((one) => response.response.transports.includes(one))
  return { credentialId, publicKey: Uint8Array.from(publicKey), counter, transports }
}

/** Adds it to the viewer's own. From now on it signs in alone, and signing in by e-mail asks for it. */
export async function addPasskey(
  viewer: Viewer,
  _input: NewPasskeyInput,
  setting: Setting,
  passkey: NewPasskey,
): Promise<Done> {
  const { tx, now, device } = setting
  refuseUnlessFresh(viewer, now)
  await holdFactors(tx, viewer.id)
  refuseIf((await tx.passkey.count({ where: { memberId: viewer.id } })) >= PASSKEYS_MAX, 'tooManyPasskeys')
  refuseIf((await tx.passkey.count({ where: { credentialId: passkey.credentialId } })) > 0, 'passkeyWrong')
  const id = newId()
  await tx.passkey.create({
    data: { id, memberId: viewer.id, ...passkey, ...device(), addedAt: now },
    select: { id: true },
  })
  return { id, path: await added(viewer, 'passkey', setting) }
}

function notVerified(error: unknown): VerifiedRegistrationResponse {
  log('warn', 'a new passkey was not verified', causeOf(error))
  return { verified: false }
}
