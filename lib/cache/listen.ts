import pg from 'pg'
import { z } from 'zod'
import { causeOf, log } from '../log'
import { expire, expireEverything } from './clock'
import { HEARD, meeting } from './notices'

const Notice = z.object({ id: z.string(), tags: z.array(z.string()) })
const RETRY_MS = 500
const HEARTBEAT_MS = 10_000
// By this name the listeners of one database know each other.
const NAME = 'xuxin listener'

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
      application_name: NAME,
    })
    current = client
    client.on('notification', (notification) => {
      if (notification.channel === HEARD) heard(client, notification.payload)
      else hear(client, notification.payload)
    })
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    await client.query(`LISTEN ${HEARD}`)
    meeting().recount = () => void count(client).catch(() => {})
    await count(client)
    await tell(client, '')
    // What was said while nobody listened is unknown, so nothing of before is trusted.
    expireEverything()
    meeting().isListening = true
    beat(client)
  }

  function beat(client: pg.Client) {
    timer = setTimeout(
      () =>
        count(client).then(
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
    // The others need not wait for an answer of ours any more.
    if (current)
      await current.query(`SET application_name = ''`).then(
        () => current && tell(current, ''),
        () => {},
      )
    await current?.end().catch(() => {})
  }

  return { ready: connect(), stop }
}

function hear(client: pg.Client, payload: string | undefined) {
  const notice = Notice.safeParse(parsed(payload))
  if (!notice.success) return expireEverything()
  const { id, tags } = notice.data
  expire(tags)
  const ours = meeting().waiting.get(id)
  if (ours) ours()
  else void tell(client, id).catch(() => {})
}

// An id is the answer to a notice; without one, somebody came or went.
function heard(client: pg.Client, id: string | undefined) {
  if (id) meeting().waiting.get(id)?.()
  else void count(client).catch(() => {})
}

async function tell(client: pg.Client, id: string) {
  await client.query('SELECT pg_notify($1, $2)', [HEARD, id])
}

async function count(client: pg.Client) {
  const { rows } = await client.query(
    'SELECT count(*)::int - 1 AS peers FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
    [NAME],
  )
  meeting().peers = Math.max(0, rows[0].peers)
}

// Whatever is not a notice of ours means: something changed, and nobody can say what.
function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return undefined
  }
}
