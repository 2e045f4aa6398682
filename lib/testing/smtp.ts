import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { forgetEnv } from '../env'

type How = {
  /** Answers the first so many letters with a failure that passes. */
  refuses?: number
  /** The answer to a recipient, where it is a refusal. */
  recipient?: (address: string) => { code: number; words: string } | undefined
  /** What happens when a letter has arrived, before the server says so. */
  arrived?: (end: () => void) => void
}

/** A real SMTP server. */
export async function smtpServer({ refuses = 0, recipient = () => undefined, arrived = () => {} }: How = {}) {
  const received: string[] = []
  let left = refuses
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const no = recipient(address)
      callback(no ? Object.assign(new Error(no.words), { responseCode: no.code }) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (left-- > 0) return callback(Object.assign(new Error('later'), { responseCode: 451 }))
        received.push(Buffer.concat(chunks).toString())
        arrived(() => {
          for (const one of server.connections) if (one.session.id === session.id) one.close()
        })
        callback()
      })
    },
  })
  server.on('error', () => {}) // A client that is killed.
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  forgetEnv()
  return { received, stop: () => new Promise<void>((stopped) => server.close(() => stopped())) }
}
