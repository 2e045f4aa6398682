import 'server-only'
import type { Tx } from '../db'
import { refuseIf } from '../refusal'
import { waysBesides } from '../ways-in/left'

/** Holds a member's factors until the transaction ends: two removals at once shall not each find the other's factor left. */
export async function holdFactors(tx: Tx, memberId: string) {
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
}

/** Says after every change whether this member has a second factor. Without one nothing is left of it: no codes, no proof in any session. */
export async function recount(tx: Tx, memberId: string): Promise<boolean> {
  const hasSecondFactor = (await factorsOf(tx, memberId)) > 0
  await tx.member.update({ where: { id: memberId }, data: { hasSecondFactor }, select: { id: true } })
  if (!hasSecondFactor) {
    await tx.recoveryCode.deleteMany({ where: { memberId } })
    await tx.recoverySheet.deleteMany({ where: { memberId } })
    await tx.session.updateMany({ where: { memberId }, data: { secondFactorAt: null } })
  }
  return hasSecondFactor
}

/** After a removal, before the commit: whoever moderates keeps a second factor, and everybody a way in. */
export async function refuseUnlessEnoughIsLeft(tx: Tx, memberId: string) {
  const { role } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { role: true } })
  refuseIf(role !== 'member' && (await factorsOf(tx, memberId)) === 0, 'lastFactor')
  refuseIf((await waysBesides(tx, memberId)) === 0, 'lastWay')
}

async function factorsOf(tx: Tx, memberId: string): Promise<number> {
  const apps = await tx.authenticatorApp.count({ where: { memberId, provenAt: { not: null } } })
  return apps + (await tx.passkey.count({ where: { memberId } }))
}
