import { resolve } from 'node:path'
import { restore } from '../lib/backup/restore'
import { openDatabase } from '../lib/database/open'

// npm run restore -- FILE: loads an archive into an empty database. Stop the portal first.

const [given] = process.argv.slice(2)
try {
  if (!given) throw new Error('say which archive: npm run restore -- FILE')
  const opened = await openDatabase({ mayShare: false, say: console.error })
  const { tables, madeAt } = await restore(opened.url, resolve(given)).finally(() => opened.embedded?.stop())
  console.log(
    `Restored ${tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${tables.length} tables, as they were at ${madeAt}.`,
  )
} catch (error) {
  console.error(`Nothing was restored: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
