import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40
// COSE (RFC 9053): an elliptic curve key, ES256, P-256.
const ES256 = [
  [1, 2],
  [3, -7],
  [-1, 1],
] as const

type Said = { origin?: string; party?: string; isVerified?: boolean; counter?: number }

/** An authenticator in software, for tests without a browser: keeps one passkey, counts, and says what it is told to. */
export function newAuthenticator({
  origin,
  party,
  isCounting = true,
}: {
  origin: string
  party: string
  isCounting?: boolean
}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  const name = id.toString('base64url')

  const dataOf = (said: Said, withKey: boolean) => {
    if (isCounting) counter += 1
    const flags = PRESENT | (said.isVerified === false ? 0 : VERIFIED) | (withKey ? HAS_KEY : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(said.counter ?? counter)
    const head = [
      createHash('sha256')
        .update(said.party ?? party)
        .digest(),
      Buffer.from([flags]),
      count,
    ]
    return Buffer.concat([...head, ...(withKey ? [keyOf()] : [])])
  }
  const keyOf = () => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
    const key = isoCBOR.encode(new Map<number, number | Uint8Array>([...ES256, [-2, bytes(x)], [-3, bytes(y)]]))
    return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.byteLength]), id, key])
  }
  const clientData = (type: string, challenge: string, said: Said) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: said.origin ?? origin, crossOrigin: false }))

  return {
    /** What a browser says after making the passkey. */
    made(challenge: string, said: Said = {}): string {
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(dataOf(said, true))],
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge, said).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal', 'telepathy'],
      }
      return JSON.stringify({ id: name, rawId: name, type: 'public-key', response })
    },
    /** What a browser says after using it. */
    signed(challenge: string, said: Said & { userHandle?: string } = {}): string {
      const client = clientData('webauthn.get', challenge, said)
      const data = dataOf(said, false)
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(said.userHandle ? { userHandle: said.userHandle } : {}),
      }
      return JSON.stringify({ id: name, rawId: name, type: 'public-key', response })
    },
  }
}
