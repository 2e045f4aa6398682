import type { Tx } from '../db'
import { skeleton } from './handle'

/** The account that signs what the project itself wrote. It has no way in: nobody can sign in as it. */
export const CURATORS = { id: '0198f3c0-0000-7000-8000-000000000001', handle: 'curators' } as const

export async function seedCurators(tx: Tx, now: Date) {
  const { id, handle } = CURATORS
  await tx.member.upsert({
    where: { id },
    create: { id, handle, handleSkeleton: skeleton(handle), joinedAt: now },
    update: {},
    select: { id: true },
  })
}
