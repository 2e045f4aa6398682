import 'server-only'
import type { WayInKind } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** How somebody has just proven who they are: with an address, or as somebody whom a provider named. */
export type Proven = { kind: WayInKind; address: string; subject: string | null }

/** The member who signs in this way, if there is one. */
export function memberOf(tx: Tx, { kind, address, subject }: Proven): Promise<string | null> {
  return kind === 'email' ? memberWith(tx, address) : memberNamed(tx, kind, subject ?? '')
}

/** The member whom this provider means, if there is one. */
export async function memberNamed(tx: Tx, kind: WayInKind, subject: string): Promise<string | null> {
  const way = await tx.wayIn.findUnique({ where: { kind_subject: { kind, subject } }, select: { memberId: true } })
  return way?.memberId ?? null
}

/** The member who signs in with this address, if there is one. */
export async function memberWith(tx: Tx, address: string): Promise<string | null> {
  const way = await tx.wayIn.findUnique({
    where: { kind_address: { kind: 'email', address } },
    select: { memberId: true },
  })
  return way?.memberId ?? null
}
