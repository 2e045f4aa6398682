import { join, resolve } from 'node:path'
import { backup } from '../lib/backup/backup'
import { openDatabase } from '../lib/database/open'
import { env } from '../lib/env'

// npm run backup [-- FILE]: one archive of everything, also while the portal runs. Default: a dated file in DATA_DIR/backups.

const stamp = new Date().toISOString().replace(/[:.]/g, '-')
const file = resolve(process.argv[2] ?? join(env().DATA_DIR, 'backups', `xuxin-${stamp}.tar.gz`))
try {
  const opened = await openDatabase({ mayShare: true, say: console.error })
  const { tables } = await backup(opened.url, file).finally(() => opened.embedded?.stop())
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `${file}\n${rows} rows of ${tables.length} tables. Keep ${join(env().DATA_DIR, 'secrets.json')} (or your AUTH_SECRET) with it, in another place.`,
  )
} catch (error) {
  console.error(`No backup was made: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
