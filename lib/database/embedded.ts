import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { installation } from './binaries'
import { Cluster, clusterUrl } from './cluster'
import { endOrphan, initialize } from './initialize'
import { runningElsewhere } from './running'

export type Embedded = { url: string; pid: () => number | undefined; stop: () => Promise<void> }

export type Start = {
  dataDir: string
  password: string
  /** A command beside a running portal uses the portal's PostgreSQL; a second portal on the same data is refused. */
  mayShare: boolean
  /** Is told what takes long. */
  say: (what: string) => void
}

/**
 * Starts the project's own PostgreSQL on a free loopback port: makes its data folder when there is none, ends one that an earlier
 * life left running, and starts it again if it dies.
 */
export async function startEmbedded({ dataDir, password, mayShare, say }: Start): Promise<Embedded> {
  const other = runningElsewhere(dataDir)
  if (other && mayShare) return { url: clusterUrl(password, other.port), pid: () => undefined, stop: async () => {} }
  if (other)
    throw new Error(
      `it is already running here (process ${other.owner}). Stop that one, or choose another DATA_DIR and PORT.`,
    )

  const place = await installation(dataDir)
  await endOrphan(place)
  if (!(await exists(join(place.data, 'PG_VERSION')))) {
    say('Making the database (once)')
    await initialize(place, password)
  }
  const cluster = new Cluster({ place, dataDir, password, port: await freePort() })
  await cluster.start()
  return { url: clusterUrl(password, cluster.port), pid: () => cluster.pid, stop: () => cluster.stop() }
}

async function exists(path: string) {
  return (await stat(path).catch(() => undefined)) !== undefined
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? settle(address.port) : fail(new Error('no free port')),
      )
    })
  })
}
