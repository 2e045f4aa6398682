import 'server-only'
import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import { io } from 'next/cache'
import type { MemberViewer } from '../accounts/policy'
import { db } from '../db'
import { relyingParty } from './relying-party'
import { ALGORITHMS, CHALLENGE_MINUTES } from './schema'
import { userHandleOf } from './sign-in-with-passkey'

// The real one is asked for when the button is pressed (challenge.ts), and the script puts it in.
const LATER = 'later'
const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000

/** What the browser is told when it makes a passkey for this member, but for the challenge, which is asked for when it is needed. */
export async function newPasskeyOptions({ id, handle }: MemberViewer): Promise<object | undefined> {
  const party = relyingParty()
  if (!party) return undefined
  const mine = await db().passkey.findMany({
    where: { memberId: id },
    select: { credentialId: true, transports: true },
  })
  return generateRegistrationOptions({
    challenge: LATER,
    rpName: party.name,
    rpID: party.id,
    userName: handle,
    userDisplayName: handle,
    userID: Uint8Array.from(Buffer.from(userHandleOf(id), 'base64url')),
    excludeCredentials: mine.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // It must be found without an address being typed, and must know its person: then it is both steps at once.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT_MS,
  })
}

/** The same for signing in: whichever passkey of this site the browser finds. */
export async function passkeyOptions(): Promise<object | undefined> {
  await io() // The environment is the server's, not the build's.
  const party = relyingParty()
  if (!party) return undefined
  return generateAuthenticationOptions({
    challenge: LATER,
    rpID: party.id,
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  })
}
