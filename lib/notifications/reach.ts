import 'server-only'
import type { Frequency } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { MAIL_DELAY_MINUTES } from './kinds'
import { nextRoundUp } from './round-up'
import type { ChoicesInput } from './schema'
import { defaultZone } from './zones'

export type { Frequency }

/** When a member may be reached, and how often the round-up comes. */
export type Reach = { zone: string; quietFrom: number | null; quietTo: number | null; digest: Frequency }

const columns = { zone: true, quietFrom: true, quietTo: true, digest: true } as const
// Nobody asked for anything: no quiet hours, and no letter besides those about news (DECISIONS.md).
const unsaid: Reach = { zone: defaultZone, quietFrom: null, quietTo: null, digest: 'never' }

export async function reachOf(tx: Pick<Tx, 'reach'>, memberId: string): Promise<Reach> {
  return (await tx.reach.findUnique({ where: { memberId }, select: columns })) ?? unsaid
}

type Chosen = Pick<ChoicesInput, 'zone' | 'quietFrom' | 'quietTo' | 'digest'>

/** Sets all of it. What waited for the end of other quiet hours is looked at again. */
export async function setReach(tx: Tx, memberId: string, { zone, quietFrom, quietTo, digest }: Chosen, now: Date) {
  const hours = { quietFrom: quietFrom ?? null, quietTo: quietTo ?? null }
  const digestDueAt = digest === 'never' ? null : nextRoundUp(now, digest, zone)
  const said = { zone, ...hours, digest, digestDueAt, choseLocale: true }
  await tx.reach.upsert({
    where: { memberId },
    create: { memberId, ...said },
    update: said,
    select: { memberId: true },
  })
  const soon = new Date(now.getTime() + MAIL_DELAY_MINUTES * 60_000)
  await tx.notification.updateMany({ where: { memberId, pushDueAt: { gt: now } }, data: { pushDueAt: now } })
  await tx.notification.updateMany({ where: { memberId, mailDueAt: { gt: soon } }, data: { mailDueAt: soon } })
}
