import 'server-only'
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Viewer } from '../accounts/viewer'
import { db } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { record } from '../events'
import { causeOf, log } from '../log'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { signIn } from '../sign-in/session'
import { write } from '../write'
import { spendChallenge } from './challenge'
import { type RelyingParty, relyingParty } from './relying-party'
import type { PasskeyInput } from './schema'
import { tell } from './tell'

type Said = NonNullable<PasskeyInput['response']>
type Known = { id: string; memberId: string; credentialId: string; publicKey: Uint8Array }

/** Whose passkey is it that answered? Refuses one that we do not know, that signed something else, or that seems to exist twice. */
export async function checkPasskey(_viewer: Viewer, { response }: PasskeyInput, moment: Moment): Promise<Known> {
  const party = relyingParty()
  refuseUnless(party, 'noPasskeys')
  refuseUnless(response, 'passkeyEnded')
  const challenge = await spendChallenge(response.response.clientDataJSON, null, moment)
  const known = await db().passkey.findUnique({
    where: { credentialId: response.id },
    select: { id: true, memberId: true, credentialId: true, publicKey: true },
  })
  refuseUnless(known, 'passkeyUnknown')
  const counter = await counterIn(response, known, challenge, party)
  if (!(await isAhead(known, counter, moment.now))) {
    await tellOfCopy(known, moment)
    throw new Refusal('passkeyCopied')
  }
  return known
}

/** Signs in with a passkey alone: it is both steps at once, something one has and a finger, face or PIN. */
export async function signInWithPasskey(
  viewer: Viewer,
  { onward }: PasskeyInput,
  setting: Setting,
  { memberId }: Known,
): Promise<Done> {
  // Whoever was asked to prove once more who they are must be the same.
  refuseIf(viewer.id !== null && viewer.id !== memberId, 'otherMember')
  return signIn(setting.tx, memberId, setting, { onward, isProven: true })
}

async function counterIn(
  response: Said,
  known: Known,
  expectedChallenge: string,
  party: RelyingParty,
): Promise<number> {
  const { userHandle } = response.response
  refuseUnless(userHandle === undefined || userHandle === userHandleOf(known.memberId), 'passkeyWrong')
  const verified = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON,
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    // Its counter is compared below, in one statement with the new one.
    credential: { id: known.credentialId, publicKey: Uint8Array.from(known.publicKey), counter: -1 },
    requireUserVerification: true,
  }).catch((error: unknown) => {
    log('warn', 'a passkey was not verified', causeOf(error))
    return undefined
  })
  refuseUnless(verified?.verified, 'passkeyWrong')
  return verified.authenticationInfo.newCounter
}

/** WebAuthn Level 3, section 6.1.1: a counter that does not rise is a copy of the key. Those that do not count say 0 for ever. */
async function isAhead({ id }: Known, counter: number, now: Date): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: { id, ...(counter === 0 ? { counter: 0 } : { counter: { lt: counter } }) },
    data: { counter, lastUsedAt: now },
  })
  return count === 1
}

// Outside the write's transaction: it was refused, and must be told all the same.
async function tellOfCopy({ memberId }: Known, { now, device }: Moment) {
  await write(async (tx) => {
    await record(tx, { kind: 'passkeyRefused', actorId: memberId, at: now })
    await tell(tx, memberId, { what: 'passkeyCopied', device: device(), now })
  })
}

/** Under which name a passkey knows its member: the id, which says nothing about a person. */
export function userHandleOf(memberId: string): string {
  return Buffer.from(memberId.replaceAll('-', ''), 'hex').toString('base64url')
}
