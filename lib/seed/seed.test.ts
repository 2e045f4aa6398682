import { expect, test } from 'vitest'
import { guest } from '../accounts/viewer'
import { db } from '../db'
import { myPost } from '../posts/mine'
import { CURATORS } from './curators'
import { glossaryFile, guideFiles, operatorFiles, subjectFile } from './files'
import { seed } from './seed'

test('the first start puts everything in, the second changes nothing', async () => {
  expect(await seed()).toBeGreaterThan(700)
  const before = await db().fact.count()
  expect(await seed()).toBe(0)
  expect(await db().fact.count()).toBe(before)
})

test('the whole ledger is there: 18 operators, 5 networks, 19 channels, 12 ways of paying, 21 points of law, 60 terms', async () => {
  const kinds = await db().subject.groupBy({ by: ['kind'], _count: true })
  const counts = Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))
  expect(counts).toMatchObject({ network: 5, channel: 19, payment: 12, law: 21 })
  expect([await db().operator.count(), await db().term.count(), await db().guide.count()]).toEqual([18, 60, 5])
  expect(await db().fact.count({ where: { readOn: { not: null } } })).toBe(0)
})

test('two starts at once put each row in once', async () => {
  await db().guideVersion.deleteMany()
  await db().post.deleteMany({ where: { kind: 'guide' } })
  await db().guide.deleteMany()
  await db().term.deleteMany()
  await Promise.all([seed(), seed(), seed()])
  expect([
    await db().guideVersion.count(),
    await db().post.count({ where: { kind: 'guide' } }),
    await db().term.count(),
  ]).toEqual([20, 20, 60])
})

test('what a person has edited is never overwritten: the difference waits to be looked at', async () => {
  const key = 'base.number-validity'
  const value = { count: 11, unit: 'months' }
  await db().fact.update({ where: { key }, data: { value, contentHash: 'edited', editedAt: new Date() } })
  await seed()
  expect((await db().fact.findUniqueOrThrow({ where: { key } })).value).toEqual(value)
  expect(await db().seedDifference.findMany({ where: { what: 'fact' } })).toMatchObject([
    { key, proposed: { key: 'number-validity' } },
  ])
})

test('what only the project had changed is brought up to date, and what it no longer says is withdrawn', async () => {
  await db().fact.update({
    where: { key: 'base.credit-validity' },
    data: { contentHash: 'older', sourceUrl: 'https://older.example' },
  })
  await db().$executeRaw`
    INSERT INTO "Fact" (id, key, "operatorId", topic, kind, text, "sourceUrl", "alsoUrls", "compiledOn", confidence, position, "contentHash")
    SELECT gen_random_uuid(), 'base.gone', "operatorId", topic, 'text', text, "sourceUrl", '{}', "compiledOn", confidence, 9999, 'x'
    FROM "Fact" WHERE key = 'base.hotline'`
  expect(await seed()).toBe(2)
  expect((await db().fact.findUniqueOrThrow({ where: { key: 'base.credit-validity' } })).sourceUrl).not.toBe(
    'https://older.example',
  )
  expect((await db().fact.findUniqueOrThrow({ where: { key: 'base.gone' } })).status).toBe('withdrawn')
})

test('a guide keeps the ids of its steps and its posts through a revision', async () => {
  const ids = async () => [
    (await db().guideStep.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id),
    (await db().guideVersion.findMany({ orderBy: { postId: 'asc' } })).map(({ postId }) => postId),
  ]
  const before = await ids()
  await db().guide.updateMany({ data: { contentHash: 'older' } })
  expect(await seed()).toBe(5)
  expect(await ids()).toEqual(before)
})

test('the curators sign the guides and cannot sign in; a guide has no private page', async () => {
  const posts = await db().post.findMany({ where: { kind: 'guide' }, select: { id: true, authorId: true } })
  expect(new Set(posts.map(({ authorId }) => authorId))).toEqual(new Set([CURATORS.id]))
  expect(await db().wayIn.count({ where: { memberId: CURATORS.id } })).toBe(0)
  expect(await myPost(guest, posts[0]?.id ?? 0)).toBeUndefined()
})

test('keys are unique across the whole ledger, and every language is complete', async () => {
  const files = [
    ...(await operatorFiles()),
    ...(await Promise.all(['networks', 'channels', 'payments', 'law', 'numbering'].map(subjectFile))).flat(),
  ]
  const keys = files.flatMap(({ slug, facts }) => facts.map(({ key }) => `${slug}.${key}`))
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(files.map(({ slug }) => slug)).size).toBe(files.length)
  const texts = files
    .flatMap(({ facts }) => facts.flatMap(({ text, question, note }) => [text, question, note]))
    .concat((await glossaryFile()).flatMap(({ term, meaning }) => [term, meaning]))
  for (const text of texts)
    for (const other of ['en', 'fr', 'nl'] as const) expect(text?.[other] ?? '').not.toMatch(/\p{Script=Han}/u)
  expect((await guideFiles()).length).toBe(5)
})
