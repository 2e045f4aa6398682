import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import type { ExportFile } from './files'
import { accountHoldings } from './holdings-account'
import { reachHoldings } from './holdings-reach'
import { secondStepHoldings } from './holdings-second-step'
import { signInHoldings } from './holdings-sign-in'
import { standingHoldings } from './holdings-standing'
import { writingHoldings } from './holdings-writing'
import type { Subject } from './subject'

/**
 * A table that holds something about members: what of it a member gets to see, and what becomes of it when they are erased. A table
 * that refers to Member without a line here fails a test (holdings.test.ts), and so does a column that is not named.
 */
export type Holding = {
  table: Prisma.ModelName
  /** The columns that say whose a row is. None: it is found by an address. */
  columns: readonly string[]
  /** Its file in the export, and the rows in it; or why it is not there. */
  exported: { file: ExportFile; rows: (subject: Subject) => Promise<unknown> } | { because: string }
  /** Done twice, it does no more than once. Or why the rows stay as they are. */
  erased: ((tx: Tx, subject: Subject, now: Date) => Promise<unknown>) | { kept: string }
  /** It says who somebody is, so it goes last, in one transaction with the name: whoever goes on after a crash must still find all else. */
  isIdentity?: true
}

export const holdings: readonly Holding[] = [
  ...accountHoldings,
  ...signInHoldings,
  ...secondStepHoldings,
  ...writingHoldings,
  ...standingHoldings,
  ...reachHoldings,
]
