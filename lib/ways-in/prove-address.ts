import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { refuseUnlessSignedIn } from '../accounts/policy'
import type { Viewer } from '../accounts/viewer'
import { db, type Tx } from '../db'
import type { Done } from '../door/once'
import type { Moment, Setting } from '../door/spec'
import { newId } from '../ids'
import { WAY_ADDED, waysInPath } from '../paths'
import { Refusal, refuseIf, refuseUnless } from '../refusal'
import { tokenHash } from '../secrets'
import { countGuess, uncountGuess } from '../sign-in/guesses'
import { memberWith } from '../sign-in/member-with'
import { codeHashOf } from '../sign-in/request'
import { ATTEMPTS_MAX } from '../sign-in/schema'
import { holdWaysIn } from './left'
import { ADDRESSES_MAX, type AddressProofInput } from './schema'
import { tellOfChange } from './tell'

/**
 * Does this member hold the link or the code of the letter? A wrong code is counted before it is compared, and outside the write's
 * transaction, which a refusal takes back: a hundred guesses at once are five.
 */
export async function checkAddressProof(viewer: Viewer, { code, link }: AddressProofInput, { now, network }: Moment) {
  refuseUnlessSignedIn(viewer)
  const asked = await askedBy(db(), viewer.id, now)
  if (link) return refuseUnless(tokenHash(link) === asked.linkHash, 'signInEnded')
  const { count } = await db().newAddress.updateMany({
    where: { id: asked.id, attempts: { lt: ATTEMPTS_MAX } },
    data: { attempts: { increment: 1 } },
  })
  refuseIf(count === 0, 'signInEnded')
  const guess = { address: asked.address, network }
  await countGuess(guess)
  if (!isRight(asked, code)) throw new Refusal('wrongCode', { code: { code: 'notACode' } })
  await uncountGuess(guess)
}

/** One more address opens this account. One that opens another account stays there: whoever reads its letters is told so. */
export async function proveAddress(
  viewer: Viewer,
  { code, link }: AddressProofInput,
  { tx, now, locale }: Setting,
): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  await holdWaysIn(tx, viewer.id)
  const asked = await askedBy(tx, viewer.id, now)
  refuseUnless(link ? tokenHash(link) === asked.linkHash : isRight(asked, code), 'signInEnded')
  refuseIf(await memberWith(tx, asked.address), 'wayTaken')
  const mine = { memberId: viewer.id, kind: 'email' } as const
  refuseUnless((await tx.wayIn.count({ where: mine })) < ADDRESSES_MAX, 'tooManyAddresses')
  const id = newId()
  await tx.wayIn.create({ data: { id, ...mine, address: asked.address, addedAt: now }, select: { id: true } })
  await tx.newAddress.delete({ where: { id: asked.id }, select: { id: true } })
  await tellOfChange(tx, viewer.id, { change: 'added', kind: 'email', address: asked.address }, now)
  return { id, path: `${waysInPath(locale)}#${WAY_ADDED}` }
}

async function askedBy(through: Pick<Tx, 'newAddress'>, memberId: string, now: Date) {
  const asked = await through.newAddress.findUnique({
    where: { memberId, expiresAt: { gt: now } },
    select: { id: true, address: true, linkHash: true, codeHash: true },
  })
  refuseUnless(asked, 'signInEnded')
  return asked
}

function isRight({ id, codeHash }: { id: string; codeHash: string }, code = ''): boolean {
  return timingSafeEqual(Buffer.from(codeHashOf(id, code)), Buffer.from(codeHash))
}
