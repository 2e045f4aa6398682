import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { forgetEnv } from '../env'

/** A real SMTP server. `refuses` answers the first so many letters with a failure that passes. */
export async function smtpServer({ refuses = 0 } = {}) {
  const received: string[] = []
  let left = refuses
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (left-- > 0) return callback(Object.assign(new Error('later'), { responseCode: 451 }))
        received.push(Buffer.concat(chunks).toString())
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  forgetEnv()
  return { received, stop: () => new Promise<void>((stopped) => server.close(() => stopped())) }
}
