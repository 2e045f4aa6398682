import pg from 'pg'
import { openDatabase } from '../lib/database/open'
import { examine } from '../lib/doctor/checks'

// npm run doctor: recounts and checks everything that must be true of the data. Exits 1 if anything is not.

const SHOWN = 5

const opened = await openDatabase({ mayShare: true, say: console.error }).catch((error: Error) => {
  console.error(`The doctor cannot see the database: ${error.message}`)
  process.exit(1)
})
const client = new pg.Client({ connectionString: opened.url })
await client.connect()
const results = await examine(client)
await client.end()
await opened.embedded?.stop()

for (const { what, drift } of results) {
  if (!drift) console.log(`ok     ${what}: none`)
  else
    console.log(
      `DRIFT  ${what}: ${drift.rows.length} (${drift.rows.slice(0, SHOWN).join(', ')}${drift.rows.length > SHOWN ? ', …' : ''})`,
    )
}
const drifts = results.filter(({ drift }) => drift).length
console.log(
  drifts === 0 ? `All ${results.length} checks hold.` : `${drifts} of ${results.length} checks found something.`,
)
process.exitCode = drifts === 0 ? 0 : 1
