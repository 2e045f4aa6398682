import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { forgetEnv } from '../env'

export type Received = { message: Record<string, string>; headers: IncomingMessage['headers']; path: string }

/**
 * A real push service and the browser behind it: takes what is sent as RFC 8030 says, checks who sent it (RFC 8292) and opens it
 * (RFC 8291). `answers` are the statuses of the first requests; after them 201.
 */
export async function pushReceiver(answers: number[] = []) {
  const keys = createECDH('prime256v1')
  const p256dh = keys.generateKeys('base64url')
  const auth = randomBytes(16)
  const received: Received[] = []
  let asked = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    asked += 1
    const status = answers.shift() ?? 201
    if (status === 201 && isSignedFor(request, origin()))
      received.push({
        message: JSON.parse(opened(Buffer.concat(chunks), keys, auth)),
        headers: request.headers,
        path: request.url ?? '',
      })
    response.writeHead(status, status >= 300 && status < 400 ? { Location: `${origin()}/elsewhere` } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  process.env.PUSH_ORIGIN = origin()
  forgetEnv()
  return {
    received,
    asked: () => asked,
    browser: (name: string) => ({ endpoint: `${origin()}/${name}`, p256dh, auth: auth.toString('base64url') }),
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  }
}

function isSignedFor({ headers }: IncomingMessage, audience: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  if (!x || !y) return false
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }
  const isTrue = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return isTrue && said.aud === audience && /^(mailto|https):/.test(said.sub) && said.exp * 1000 > Date.now()
}

// One record of aes128gcm (RFC 8188), its key agreed on as RFC 8291, section 3.4 says.
function opened(body: Buffer, keys: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, sender, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)]
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
  const secret = hkdf(keys.computeSecret(sender), auth, info, 32)
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce)
  cipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
