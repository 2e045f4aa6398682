import 'server-only'
import { randomInt } from 'node:crypto'
import { refuseUnlessFresh } from '../accounts/fresh'
import { type MemberViewer, refuseUnlessSignedIn } from '../accounts/policy'
import { sessionCookieName, type Viewer } from '../accounts/viewer'
import type { Done } from '../door/once'
import type { Setting } from '../door/spec'
import { record } from '../events'
import { newId } from '../ids'
import { CODES, secondStepPath } from '../paths'
import { refuseUnless } from '../refusal'
import { keyedHash, seal } from '../secrets'
import { holdFactors } from './recount'
import {
  type NothingInput,
  RECOVERY_ALPHABET,
  RECOVERY_CODE_LENGTH,
  RECOVERY_CODES,
  RECOVERY_SHEET_MINUTES,
} from './schema'
import { tell } from './tell'

/** Ten new recovery codes; the earlier ones end, used or not. */
export async function makeRecoveryCodes(viewer: Viewer, _input: NothingInput, setting: Setting): Promise<Done> {
  const { tx, now, locale, device } = setting
  refuseUnlessFresh(viewer, now)
  await holdFactors(tx, viewer.id)
  refuseUnless((await tx.member.count({ where: { id: viewer.id, hasSecondFactor: true } })) === 1, 'noFactor')
  await makeCodes(viewer, setting)
  await tell(tx, viewer.id, { what: 'codesMade', device: device(), now })
  return { id: viewer.id, path: `${secondStepPath(locale)}#${CODES}` }
}

/** The member has written them down: from now on nothing can show them again. */
export async function putAway(viewer: Viewer, _input: NothingInput, { tx, locale }: Setting): Promise<Done> {
  refuseUnlessSignedIn(viewer)
  await tx.recoverySheet.deleteMany({ where: { memberId: viewer.id } })
  return { id: viewer.id, path: secondStepPath(locale) }
}

export async function makeCodes(viewer: MemberViewer, { tx, now, cookie }: Setting) {
  const memberId = viewer.id
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  await tx.recoveryCode.deleteMany({ where: { memberId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), memberId, codeHash: recoveryHash(memberId, code), madeAt: now })),
  })
  // Sealed for the browser that asked: what lies in the database opens only with the cookie that does not.
  const sealed = seal('recovery codes', cookie(sessionCookieName()) ?? '', Buffer.from(JSON.stringify(codes)))
  const sheet = {
    sealed: Uint8Array.from(sealed),
    expiresAt: new Date(now.getTime() + RECOVERY_SHEET_MINUTES * 60_000),
  }
  await tx.recoverySheet.upsert({
    where: { memberId },
    create: { memberId, ...sheet },
    update: sheet,
    select: { memberId: true },
  })
  await record(tx, { kind: 'recoveryCodesMade', actorId: memberId, at: now })
}

// About 50 bits: too many to guess at ten tries an hour, and the hash is keyed.
function newCode(): string {
  return Array.from(
    { length: RECOVERY_CODE_LENGTH },
    () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)],
  ).join('')
}

export function recoveryHash(memberId: string, code: string): string {
  return keyedHash('recovery code', `${memberId}:${code}`)
}
