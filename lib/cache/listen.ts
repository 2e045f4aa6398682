import pg from 'pg'
import { z } from 'zod'
import { causeOf, log } from '../log'
import { expire, expireEverything } from './clock'
import { meeting } from './notices'

const Notice = z.object({ id: z.string(), tags: z.array(z.string()) })
const RETRY_MS = 500
const HEARTBEAT_MS = 10_000

/** Hears every change on the database, also those of other processes, and tells the clock. Returns how to stop. */
export function listen(url: string, channel: string): { ready: Promise<void>; stop: () => Promise<void> } {
  let current: pg.Client | undefined
  let isStopped = false
  let timer: NodeJS.Timeout | undefined

  async function connect() {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    current = client
    client.on('notification', ({ payload }) => hear(payload))
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    // What was said while nobody listened is unknown, so nothing of before is trusted.
    expireEverything()
    meeting().isListening = true
    beat(client)
  }

  function beat(client: pg.Client) {
    timer = setTimeout(
      () =>
        client.query('SELECT 1').then(
          () => beat(client),
          () => lost(client),
        ),
      HEARTBEAT_MS,
    )
    timer.unref()
  }

  function lost(client: pg.Client) {
    if (client !== current || isStopped) return
    current = undefined
    meeting().isListening = false
    clearTimeout(timer)
    client.end().catch(() => {})
    log('warn', 'the listener for changes lost the database')
    timer = setTimeout(again, RETRY_MS)
  }

  function again() {
    connect().catch((error) => {
      log('warn', 'the listener for changes cannot connect', causeOf(error))
      current = undefined
      if (!isStopped) timer = setTimeout(again, RETRY_MS)
    })
  }

  async function stop() {
    isStopped = true
    meeting().isListening = false
    clearTimeout(timer)
    await current?.end().catch(() => {})
  }

  return { ready: connect(), stop }
}

function hear(payload: string | undefined) {
  const notice = Notice.safeParse(parsed(payload))
  if (!notice.success) return expireEverything()
  expire(notice.data.tags)
  meeting().waiting.get(notice.data.id)?.()
}

// Whatever is not a notice of ours means: something changed, and nobody can say what.
function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return undefined
  }
}
