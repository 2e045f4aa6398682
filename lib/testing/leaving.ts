import { POST as erasureDoorway } from '@/app/api/v1/erasures/route'
import { POST as withdrawalDoorway } from '@/app/api/v1/erasures/withdrawals/route'
import { DAY_MS, GRACE_DAYS } from '../accounts/data-terms'
import type { PostChoice } from '../data/schema'
import { db } from '../db'
import { erasuresDoor, erasureWithdrawalsDoor } from '../doors'
import { type Letter, opened } from '../mail/post'
import { background } from './news'
import { jsonRequest } from './requests'

type Leaver = { handle: string; cookie: string }

export function asksToLeave({ handle, cookie }: Leaver, posts: PostChoice = 'keep') {
  return erasureDoorway(jsonRequest(erasuresDoor, { handle, posts }, { cookie }))
}

export function takesBack({ cookie }: { cookie: string }) {
  return withdrawalDoorway(jsonRequest(erasureWithdrawalsDoor, {}, { cookie }))
}

/** A moment after the days of grace. */
export const afterGrace = () => new Date(Date.now() + GRACE_DAYS * DAY_MS + 60_000)

/** Asks to leave, and does what the background does once the days of grace are over. */
export async function leaves(leaver: Leaver, posts: PostChoice = 'keep') {
  const answer = await asksToLeave(leaver, posts)
  if (answer.status !== 201) throw new Error(`refused: ${await answer.text()}`)
  await background(afterGrace())
}

/** Every letter that waits for this address, oldest first. */
export async function lettersFor(address: string): Promise<Letter[]> {
  const rows = await db().letter.findMany({ orderBy: { id: 'asc' } })
  return rows.flatMap((row) => {
    const letter = opened(row)
    return letter?.to === address ? [letter] : []
  })
}
