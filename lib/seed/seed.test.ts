import { expect, test } from 'vitest'
import { db } from '../db'
import { chapterFiles, glossaryFile, operatorFiles } from './files'
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
  expect([await db().operator.count(), await db().term.count()]).toEqual([18, 60])
  expect(await db().fact.count({ where: { readOn: { not: null } } })).toBe(0)
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

test('keys are unique across the whole ledger, and every language is complete', async () => {
  const files = [...(await operatorFiles()), ...Object.values(await chapterFiles()).flat()]
  const keys = files.flatMap(({ slug, facts }) => facts.map(({ key }) => `${slug}.${key}`))
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(files.map(({ slug }) => slug)).size).toBe(files.length)
  const texts = files
    .flatMap(({ facts }) => facts.flatMap(({ text, question, note }) => [text, question, note]))
    .concat((await glossaryFile()).flatMap(({ term, meaning }) => [term, meaning]))
  for (const text of texts)
    for (const other of ['en', 'fr', 'nl'] as const) expect(text?.[other] ?? '').not.toMatch(/\p{Script=Han}/u)
})
