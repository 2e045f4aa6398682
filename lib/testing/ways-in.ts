import { POST as confirmDoorway } from '@/app/api/v1/ways-in/confirmations/route'
import { POST as removeDoorway } from '@/app/api/v1/ways-in/removals/route'
import { POST as addDoorway } from '@/app/api/v1/ways-in/route'
import { sessionCookieName } from '../accounts/viewer'
import { db } from '../db'
import { newAddressConfirmationsDoor, wayRemovalsDoor, waysInDoor } from '../doors'
import { type Letter, opened } from '../mail/post'
import type { TestMember } from './factories'
import { jsonRequest } from './requests'
import { Visitor } from './visitor'

export const add = ({ cookie }: TestMember, email: string) => addDoorway(jsonRequest(waysInDoor, { email }, { cookie }))
export const prove = ({ cookie }: TestMember, proof: { code?: string; link?: string }) =>
  confirmDoorway(jsonRequest(newAddressConfirmationsDoor, proof, { cookie }))
export const remove = ({ cookie }: TestMember, way: string) =>
  removeDoorway(jsonRequest(wayRemovalsDoor, { way }, { cookie }))

export const waysOf = (memberId: string) => db().wayIn.findMany({ where: { memberId }, orderBy: { addedAt: 'asc' } })

export async function codeOf(answer: Response): Promise<string | undefined> {
  return ((await answer.json()) as { refusal?: { code: string } }).refusal?.code
}

export async function lettersTo(address: string, template: Letter['template']): Promise<Letter[]> {
  const rows = await db().letter.findMany({ where: { template }, orderBy: { id: 'asc' } })
  return rows.flatMap((row) => opened(row) ?? []).filter(({ to }) => to === address)
}

/** The link and the code of the newest letter to this new address. */
export async function keysTo(address: string): Promise<{ link: string; code: string }> {
  const letter = (await lettersTo(address, 'newAddress')).at(-1)
  return letter?.template === 'newAddress' ? letter.props : { link: '', code: '' }
}

/** A browser in which this member is signed in. */
export function browserOf(member: TestMember): Visitor {
  const visitor = new Visitor()
  visitor.cookies.set(sessionCookieName(), member.token)
  return visitor
}
