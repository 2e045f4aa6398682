import 'server-only'
import { db } from '../db'

/** Whose data it is, with everything by which they could be found. */
export type Subject = {
  id: string
  waysIn: { kind: string; address: string | null; subject: string | null }[]
  /** E-mail addresses alone. */
  addresses: string[]
  /** The handle they have, and those they had. */
  handles: string[]
  /** How these look (lib/accounts/handle.ts). */
  skeletons: string[]
}

export async function subjectOf(memberId: string): Promise<Subject> {
  const { handle, handleSkeleton, formerHandles, waysIn, newAddress } = await db().member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      handle: true,
      handleSkeleton: true,
      formerHandles: { select: { handle: true, skeleton: true } },
      waysIn: { select: { kind: true, address: true, subject: true } },
      newAddress: { select: { address: true } },
    },
  })
  return {
    id: memberId,
    waysIn,
    addresses: [...waysIn, ...(newAddress ? [newAddress] : [])].flatMap(({ address }) => address ?? []),
    handles: [handle, ...formerHandles.map((one) => one.handle)],
    skeletons: [handleSkeleton, ...formerHandles.map(({ skeleton }) => skeleton)],
  }
}
