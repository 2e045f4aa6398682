import { someNetwork } from './network'
import { type Member, portalUrl } from './test'

type Answer = { status: number; id: number; location: string }

/** Sends JSON to a door as a script of our own page would, as this member. `origin` for a second process. */
export async function send(
  door: string,
  body: Record<string, unknown>,
  { cookie = '', origin = portalUrl(), key = '' }: { cookie?: string; origin?: string; key?: string } = {},
): Promise<Answer> {
  const answer = await fetch(`${origin}/api/v1/${door}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      'X-Forwarded-For': someNetwork(),
      Cookie: cookie,
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
    body: JSON.stringify(body),
  })
  const { id, location } = (await answer.json()) as { id?: string; location?: string }
  return { status: answer.status, id: Number(id), location: location ?? '' }
}

/** A question with so many answers by this member, all synthetic. */
export async function askWithAnswers(asker: Member, helper: Member, answers: number) {
  const title = `synthetic question of ${asker.handle}`
  const { id, location } = await send('questions', { title, body: 'synthetic details', operator: 'base' }, asker)
  const ids = []
  for (let nth = 1; nth <= answers; nth += 1)
    ids.push(
      (await send('answers', { question: id, body: `synthetic answer ${nth}, with a few words more` }, helper)).id,
    )
  return { id, title, location: location.replace(/#.*/, ''), answers: ids }
}
