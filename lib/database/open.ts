import pg from 'pg'
import { env, forgetEnv } from '../env'
import { type Embedded, type Start, startEmbedded } from './embedded'
import { migrate } from './migrations'
import { secretsOf } from './secrets-file'
import { checkSettings } from './settings'

export type Opened = { url: string; embedded: Embedded | undefined; migrated: string[] }

/**
 * The database this process works on, ready and migrated: DATABASE_URL, or the embedded one in DATA_DIR. Puts what the rest of the
 * process reads (DATABASE_URL, AUTH_SECRET) into the environment.
 */
export async function openDatabase({ mayShare, say }: Pick<Start, 'mayShare' | 'say'>): Promise<Opened> {
  const { DATABASE_URL, DATA_DIR, AUTH_SECRET, NODE_ENV } = env()
  if (DATABASE_URL) {
    if (!AUTH_SECRET && NODE_ENV === 'production') {
      throw new Error(
        'DATABASE_URL is set, so AUTH_SECRET must be set too: 32 characters or more, the same for every process.',
      )
    }
    return finish(DATABASE_URL, AUTH_SECRET ?? (await secretsOf(DATA_DIR)).authSecret, undefined)
  }
  const secrets = await secretsOf(DATA_DIR)
  const embedded = await startEmbedded({ dataDir: DATA_DIR, password: secrets.databasePassword, mayShare, say })
  try {
    return await finish(embedded.url, AUTH_SECRET ?? secrets.authSecret, embedded)
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function finish(url: string, authSecret: string, embedded: Embedded | undefined): Promise<Opened> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect().catch((error: Error) => {
    throw new Error(`The database does not answer: ${error.message}`)
  })
  try {
    await checkSettings(client)
  } finally {
    await client.end()
  }
  const migrated = await migrate(url)
  process.env.DATABASE_URL = url
  process.env.AUTH_SECRET = authSecret
  forgetEnv()
  return { url, embedded, migrated }
}
