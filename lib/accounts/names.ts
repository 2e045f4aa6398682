import 'server-only'
import type { Tx } from '../db'
import { Refusal } from '../refusal'
import { skeleton } from './handle'
import { isReservedFor } from './reserved-handles'

// One at a time, so that two people who want the same name at once are told, not failed.
const ONE_AT_A_TIME = 7_243_002

/** Holds the choosing of names until the transaction ends. Taken by whoever gives or changes one, before looking whether it is free. */
export async function holdNames(tx: Tx) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ONE_AT_A_TIME})`
}

/**
 * Refuses a name that looks like anybody else's: their handle, one they had before, the name beside it, or the handle of somebody who
 * left lately. `member` is whose name it will be; nobody yet for somebody who joins. Names must be held.
 */
export async function refuseUnlessFree(tx: Tx, name: string, field: 'handle' | 'name', member?: string) {
  const look = skeleton(name)
  const others = member ? { not: member } : undefined
  const [handle, former, beside] = [
    await tx.member.count({ where: { handleSkeleton: look, ...(others ? { id: others } : {}) } }),
    await tx.handleChange.count({ where: { skeleton: look, ...(others ? { memberId: others } : {}) } }),
    await tx.profile.count({ where: { nameSkeleton: look, ...(others ? { memberId: others } : {}) } }),
  ]
  if (handle + former + beside > 0 || (await isReservedFor(tx, look)))
    throw new Refusal('handleTaken', { [field]: { code: 'lookAlike' } })
}
