import { rm } from 'node:fs/promises'
import { startPortal } from './portal'

const DATA_DIR = '.data/e2e'

/** One portal for all journeys; those that kill or restart start their own. */
export default async function setup() {
  await rm(DATA_DIR, { recursive: true, force: true })
  const portal = await startPortal({ dataDir: DATA_DIR, env: { METRICS_TOKEN: 'token-of-the-journeys' } })
  process.env.PORTAL_URL = portal.url
  process.env.PORTAL_DATA_DIR = DATA_DIR
  return () => portal.stop()
}
