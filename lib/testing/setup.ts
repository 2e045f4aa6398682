import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { withClient } from '../database/client'
import { disconnect } from '../db'

// Each test file works on its own clone of the migrated template, with an environment like production's.
const name = `test_${randomBytes(6).toString('hex')}`
const serverUrl = inject('serverUrl')
const url = new URL(serverUrl)
url.pathname = `/${name}`

await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateName')}`))
process.env.DATABASE_URL = url.href
process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
process.env.PUBLIC_URL = 'http://portal.test:3000'
// A provider that need not be asked before a browser is sent to it.
process.env.AUTH_GITHUB_ID = 'portal-of-the-tests'
process.env.AUTH_GITHUB_SECRET = 'secret-of-the-tests'

afterAll(async () => {
  await disconnect()
  await withClient(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
})
