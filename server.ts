import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { cacheClock } from './lib/cache/clock'
import { listen } from './lib/cache/listen'
import { CHANGES } from './lib/cache/notices'
import { traced } from './lib/cache/trace'
import { openDatabase } from './lib/database/open'
import { disconnect } from './lib/db'
import { env } from './lib/env'
import { locales } from './lib/i18n/locales'
import { keepTo } from './lib/jobs/keep'
import { timetable } from './lib/jobs/timetable'
import { causeOf, log } from './lib/log'
import { transport } from './lib/mail/transport'
import { offerPressCounts } from './lib/metrics'
import { absolute, bareClaimPath } from './lib/paths'
import { servedFiles } from './lib/press/files'
import { Press } from './lib/press/press'
import { renderer } from './lib/press/render'
import { pushKeys } from './lib/push/keys'
import { sendPush } from './lib/push/send'
import { seed } from './lib/seed/seed'
import { inviteAdministrator } from './lib/sign-in/claim'

// The whole life of one server process: database, Next, press, socket; and the way back in the opposite order.
const isDev = process.argv.includes('--dev')
const withoutPress = process.argv.includes('--without-press') // for the benchmark, which compares
const CLOSE_MS = 10_000

async function main() {
  const opened = await openDatabase({ mayShare: false, say: (what) => console.error(`  ${what} …`) })
  if (opened.migrated.length > 0) console.error(`  Database brought up to date (${opened.migrated.length} migrations)`)
  const { PORT, PRESS_BYTES, TRUSTED_PROXIES, publicUrl } = env()
  const seeded = await seed()
  if (seeded > 0) console.error(`  Guides and facts brought up to date (${seeded} entries)`)

  const app = next({ dev: isDev, dir: process.cwd(), quiet: !isDev })
  await app.prepare()
  const handle = app.getRequestHandler()
  const press = new Press({
    render: renderer(handle, publicUrl),
    pass: (request, response) => handle(request, response),
    files: isDev ? new Set() : await servedFiles(),
    clock: cacheClock(),
    publicUrl,
    bytesMax: PRESS_BYTES,
    trustedProxies: TRUSTED_PROXIES,
  })
  const listener = listen(opened.url, CHANGES)
  await listener.ready
  if (!isDev) await press.prepare(locales)
  offerPressCounts(() => ({
    ...press.counts,
    rendered: press.room.rendered,
    keptBytes: press.room.store.bytes,
    keptPages: press.room.store.count,
  }))
  await pushKeys()
  const stopWorking = keepTo(timetable(transport(console.error), sendPush))
  const invitation = await inviteAdministrator()
  if (invitation)
    console.error(
      `  This site has no administrator yet. Open this link within 24 hours and sign in: ${absolute(bareClaimPath(invitation), publicUrl)}`,
    )

  const passed = (request: IncomingMessage, response: ServerResponse) => {
    press.admit(request)
    return traced(() => handle(request, response))
  }
  const isPressOn = !isDev && !withoutPress
  const server = createServer((request, response) => {
    const answered = isPressOn ? press.handle(request, response) : passed(request, response)
    answered?.catch((error: unknown) => {
      log('error', 'a request failed', causeOf(error))
      response.destroy()
    })
  })
  if (isDev) server.on('upgrade', app.getUpgradeHandler())
  server.requestTimeout = 30_000
  server.headersTimeout = 15_000
  server.keepAliveTimeout = 65_000 // longer than a proxy's 60 s, so that it never sends into a connection that we just closed
  // The development server answers this machine only (security.md 1.2).
  server.listen(PORT, isDev ? 'localhost' : undefined, () => process.send?.({ ready: publicUrl.href }))
  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${PORT} is in use. Choose another: PORT=3001 npm start` : error.message,
    )
    void stop(1)
  })

  let isStopping = false
  async function stop(code: number) {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(code), CLOSE_MS + 5_000).unref()
    const worked = stopWorking()
    await new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref()
    })
    await worked
    await listener.stop()
    await disconnect()
    await opened.embedded?.stop()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  // Whoever started us is gone, perhaps killed: nobody is left to stop us and the database.
  process.on('disconnect', () => void stop(0))
}

main().catch((error: Error) => {
  console.error(`\nThe portal could not start: ${error.message}`)
  process.exit(1)
})
