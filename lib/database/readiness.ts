import 'server-only'
import { connection } from 'next/server'
import { pool } from '../db'
import { unapplied } from './history'

/** Can this process serve readers? Says why not in words for whoever runs it, with nothing secret in them. */
export async function readiness(): Promise<{ isReady: boolean; says: string }> {
  await connection()
  try {
    const missing = await unapplied(pool())
    return missing.length === 0
      ? { isReady: true, says: 'ready' }
      : { isReady: false, says: `${missing.length} migrations are not applied` }
  } catch {
    return { isReady: false, says: 'the database does not answer' }
  }
}
