import type { TestProject } from 'vitest/node'
import { withClient } from '../database/client'
import { startEmbedded } from '../database/embedded'
import { migrate } from '../database/migrations'
import { secretsOf } from '../database/secrets-file'

const DATA_DIR = '.data/test'
const TEMPLATE = 'template_migrated'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged into the library's
  interface ProvidedContext {
    serverUrl: string
    templateName: string
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test file clones (setup.ts). */
export default async function start(project: TestProject) {
  const { databasePassword } = await secretsOf(DATA_DIR)
  const embedded = await startEmbedded({
    dataDir: DATA_DIR,
    password: databasePassword,
    mayShare: false,
    say: (what) => process.stdout.write(`${what} …\n`),
  })
  await withClient(embedded.url, async (client) => {
    const { rows } = await client.query(
      `SELECT datname FROM pg_database WHERE datname ~ '^(test_|scratch_|${TEMPLATE}$)'`,
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0`)
  })
  const template = new URL(embedded.url)
  template.pathname = `/${TEMPLATE}`
  await migrate(template.href)
  project.provide('serverUrl', embedded.url)
  project.provide('templateName', TEMPLATE)
  return () => embedded.stop()
}
