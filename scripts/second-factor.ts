import { clock } from '../lib/clock'
import { openDatabase } from '../lib/database/open'
import { disconnect } from '../lib/db'
import { reset } from '../lib/second-factor/reset'
import { write } from '../lib/write'

// npm run second-factor -- reset HANDLE: for a member, or yourself, who has lost passkeys, app and recovery codes. Also while the portal runs.

const [command, handle] = process.argv.slice(2)
try {
  if (command !== 'reset' || !handle) throw new Error('say whose: npm run second-factor -- reset HANDLE')
  const opened = await openDatabase({ mayShare: true, say: console.error })
  try {
    const done = await write((tx) => reset(tx, handle, clock()))
    if (!done) throw new Error(`there is no member ${handle}`)
    console.log(
      `${handle}: took away ${done.passkeys} passkeys, ${done.apps} authenticator apps and ${done.codes} recovery codes, and ended ${done.sessions} sessions.\nThey can sign in by e-mail now; a letter tells them. Whoever moderates sets up a new second step before moderating again.`,
    )
  } finally {
    await disconnect()
    await opened.embedded?.stop()
  }
} catch (error) {
  console.error(`Nothing was changed: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
