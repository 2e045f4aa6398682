import { disconnect } from '../db'
import { deliver } from '../mail/deliver'
import { transport } from '../mail/transport'

// One round of sending, in a process of its own (lib/mail/killed.test.ts kills it).
await deliver(
  transport(() => {}),
  new Date(process.env.NOW ?? ''),
)
await disconnect()
