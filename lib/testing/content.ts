import { CURATORS } from '../accounts/curators'
import { db } from '../db'
import { newId } from '../ids'

const texts = (words: string) => ({ zh: words, en: words, fr: words, nl: words })

/** A fact about this operator, of which one only knows that it is synthetic. */
export async function makeFact(operator: string): Promise<{ id: string; key: string }> {
  const { id: operatorId } = await db().operator.findUniqueOrThrow({ where: { slug: operator } })
  const [id, key] = [newId(), `${operator}.synthetic-fact`]
  await db().fact.create({
    data: {
      ...{ id, key, operatorId, topic: 'help', kind: 'text', confidence: 'high', position: 0, contentHash: '' },
      ...{ text: texts('a synthetic fact'), sourceUrl: 'https://example.org/', compiledOn: new Date('2026-11-01') },
    },
  })
  return { id, key }
}

/** A guide in one language that holds these facts, by the curators. */
export async function makeGuide(factKeys: string[]): Promise<string> {
  const now = new Date()
  const { id: authorId, handle } = CURATORS
  const curators = { id: authorId, handle, handleSkeleton: handle, joinedAt: now }
  await db().member.upsert({ where: { id: authorId }, create: curators, update: {} })
  const [id, slug] = [newId(), `synthetic-${newId().slice(-12)}`]
  await db().guide.create({
    data: {
      ...{
        id,
        slug,
        task: 'topUp',
        parts: [],
        factKeys,
        verifiedOn: now,
        reviewDays: 90,
        position: 0,
        contentHash: '',
      },
      versions: {
        create: {
          ...{ locale: 'en', words: {} },
          post: { create: { kind: 'guide', authorId, locale: 'en', title: 'A synthetic guide', postedAt: now } },
        },
      },
    },
  })
  return slug
}
