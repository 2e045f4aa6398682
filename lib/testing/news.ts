import { POST as answersDoorway } from '@/app/api/v1/answers/route'
import { POST as commentsDoorway } from '@/app/api/v1/comments/route'
import { POST as followsDoorway } from '@/app/api/v1/follows/route'
import { POST as questionsDoorway } from '@/app/api/v1/questions/route'
import { db } from '../db'
import { answersDoor, commentsDoor, followsDoor, questionsDoor } from '../doors'
import type { Locale } from '../i18n/locales'
import { newId } from '../ids'
import { trades } from '../jobs/timetable'
import { work } from '../jobs/work'
import { makeMember, type TestMember } from './factories'
import { jsonRequest } from './requests'

/** A member with an address, as whoever joins has. */
export async function makeReachable(locale: Locale = 'en'): Promise<TestMember & { address: string }> {
  const member = await makeMember()
  const address = `${member.handle}@example.org`
  await db().member.update({ where: { id: member.id }, data: { locale } })
  await db().wayIn.create({
    data: { id: newId(), memberId: member.id, kind: 'email', address, addedAt: new Date() },
  })
  return { ...member, address }
}

const numberOf = async (answer: Response): Promise<number> => Number(((await answer.json()) as { id: string }).id)

export async function asks({ cookie }: TestMember, about: { operator?: string; title?: string; body?: string } = {}) {
  const body = { title: `a synthetic question ${newId()}`, ...about }
  return numberOf(await questionsDoorway(jsonRequest(questionsDoor, body, { cookie })))
}

export async function answers({ cookie }: TestMember, question: number, body = `a synthetic answer ${newId()}`) {
  return numberOf(await answersDoorway(jsonRequest(answersDoor, { question, body }, { cookie })))
}

export async function comments({ cookie }: TestMember, post: number, body = `a synthetic comment ${newId()}`) {
  return numberOf(await commentsDoorway(jsonRequest(commentsDoor, { post, body }, { cookie })))
}

export function follows({ cookie }: TestMember, target: Record<string, unknown>, follow: 'yes' | 'no' = 'yes') {
  return followsDoorway(jsonRequest(followsDoor, { ...target, follow }, { cookie }))
}

/** Does all work that waits, as the server does every second. Levels and badges, which would be one more piece of news, where they are asked for. */
export const background = (now = new Date(), { withStanding = false } = {}) =>
  work(withStanding ? trades : { ...trades, standing: async () => {} }, now)

/** What was told to this member, hidden or not, in order. */
export async function toldTo({ id }: { id: string }) {
  const rows = await db().notification.findMany({
    where: { memberId: id },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ kind }) => kind)
}
