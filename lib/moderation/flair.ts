import 'server-only'
import { CURATORS } from '../accounts/curators'
import { refuseUnlessAdministrator } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import type { Tx } from '../db'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { flairsPath, GRANTED, WITHDRAWN } from '../paths'
import { tagsOfEverythingBy } from '../posts/about'
import { operatorIdOf } from '../posts/operator'
import { Refusal, refuseUnless } from '../refusal'
import { changed } from '../write'
import type { GrantInput, WithdrawInput } from './schema'

/**
 * Vouches beside a member's name for what they are. Granted again while it is in force, it stays as it is. To anybody but an
 * administrator this does not exist. Refuses who is no member, and staff of no operator.
 */
export async function grant(viewer: Viewer, input: GrantInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessAdministrator(viewer)
  const { member: handle, kind, reason } = input
  const memberId = await memberIdOf(tx, handle)
  const operatorId = kind === 'operatorStaff' ? await operatorIdOf(tx, input.operator) : null
  if (kind === 'operatorStaff' && !operatorId) throw new Refusal('invalid', { operator: { code: 'required' } })
  const done = { id: memberId, path: `${flairsPath(locale)}#${GRANTED}` }
  // Two administrators at once: the second finds what the first did.
  await tx.$queryRaw`SELECT id FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`
  if (await tx.flair.findFirst({ where: { memberId, kind, operatorId, withdrawnAt: null }, select: { id: true } }))
    return done
  const id = newId()
  const by = { grantedAt: now, grantedById: viewer.id }
  await tx.flair.create({ data: { id, memberId, kind, operatorId, reason, ...by }, select: { id: true } })
  const codes = { flair: id, kind }
  await record(tx, { kind: 'flairGranted', actorId: viewer.id, aboutId: memberId, at: now, codes })
  await changed(tx, await tagsOfEverythingBy(tx, memberId))
  return done
}

/** Vouches for it no longer; why is kept with it. */
export async function withdraw(viewer: Viewer, input: WithdrawInput, { tx, now, locale }: Setting): Promise<Done> {
  refuseUnlessAdministrator(viewer)
  const flair = await tx.flair.findUnique({ where: { id: input.flair }, select: { id: true, memberId: true } })
  refuseUnless(flair, 'notFound')
  const { count } = await tx.flair.updateMany({
    where: { id: flair.id, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnById: viewer.id, withdrawReason: input.reason },
  })
  refuseUnless(count === 1, 'closed')
  const { id, memberId } = flair
  await record(tx, { kind: 'flairWithdrawn', actorId: viewer.id, aboutId: memberId, at: now, codes: { flair: id } })
  await changed(tx, await tagsOfEverythingBy(tx, memberId))
  return { id, path: `${flairsPath(locale)}#${WITHDRAWN}` }
}

async function memberIdOf(tx: Tx, handle: string): Promise<string> {
  const member = await tx.member.findUnique({ where: { handle }, select: { id: true } })
  if (!member || member.id === CURATORS.id) throw new Refusal('invalid', { member: { code: 'notAMember' } })
  return member.id
}
