import { isDeepStrictEqual } from 'node:util'
import type { Prisma } from '@/prisma/generated/client'
import { CURATORS } from '../accounts/curators'
import { json, jsonOrNull, type Tx } from '../db'
import { record } from '../events'
import { factColumns } from '../facts/columns'
import { chapterNames, displayed, type StoredFact } from '../facts/display'
import { subjectKinds } from '../facts/kinds'
import type { LedgerFact } from '../facts/ledger-file'
import { locales } from '../i18n/locales'
import { newId } from '../ids'
import { chapterFiles, contentHash, glossaryFile, operatorFiles } from './files'
import { ask, type Kept, verdict } from './merge'

const kept = { id: true, contentHash: true, editedAt: true } as const
type Owner = { operatorId: string } | { subjectId: string }

/** Brings the ledger of the database up to the project's. Returns how many rows changed. */
export async function seedLedger(tx: Tx, now: Date): Promise<number> {
  const facts: { owner: Owner; key: string; position: number; fact: LedgerFact }[] = []
  const collect = (owner: Owner, slug: string, all: LedgerFact[]) => {
    for (const fact of all) facts.push({ owner, key: `${slug}.${fact.key}`, position: facts.length, fact })
  }
  let count = 0
  const chapters = await chapterFiles()
  for (const kind of subjectKinds)
    for (const [position, { slug, name, verdict: advice, facts: own }] of chapters[chapterNames[kind]].entries()) {
      const content = { kind, name, verdict: advice ?? null, position }
      const row = await tx.subject.findUnique({ where: { slug }, select: kept })
      const data = { kind, position, name: json(name), verdict: jsonOrNull(advice), contentHash: contentHash(content) }
      const made = await put(row, { what: 'subject', key: slug, proposed: content, tx, now }, data.contentHash, {
        make: (id) => tx.subject.create({ data: { id, slug, ...data }, select: { id: true } }),
        update: (id) => tx.subject.update({ where: { id }, data, select: { id: true } }),
      })
      count += made.changed
      collect({ subjectId: made.id }, slug, own)
    }
  for (const [position, { facts: own, network, ...operator }] of (await operatorFiles()).entries()) {
    const on = network && (await tx.subject.findUnique({ where: { slug: `network-${network}` }, select: { id: true } }))
    const { slug, name, alsoKnownAs, kind, group, sells } = operator
    const content = { ...operator, network, position }
    const row = await tx.operator.findUnique({ where: { slug }, select: kept })
    const texts = {
      summary: json(operator.summary),
      brief: jsonOrNull(operator.brief),
      contentHash: contentHash(content),
    }
    const data = { name, alsoKnownAs, kind, group, sells, position, networkId: on ? on.id : null, ...texts }
    const made = await put(row, { what: 'operator', key: slug, proposed: content, tx, now }, texts.contentHash, {
      make: (id) => tx.operator.create({ data: { id, slug, ...data }, select: { id: true } }),
      update: (id) => tx.operator.update({ where: { id }, data, select: { id: true } }),
    })
    count += made.changed
    collect({ operatorId: made.id }, slug, own)
  }
  return count + (await seedFacts(tx, facts, now)) + (await seedTerms(tx, now))
}

async function seedFacts(
  tx: Tx,
  facts: { owner: Owner; key: string; position: number; fact: LedgerFact }[],
  now: Date,
): Promise<number> {
  const rows = await tx.fact.findMany({ select: { ...kept, key: true, status: true } })
  const known = new Map(rows.map((row) => [row.key, row]))
  const fresh = []
  let count = 0
  for (const { owner, key, position, fact } of facts) {
    const data = { ...columns(fact), ...owner, position, status: 'current' as const }
    const hash = contentHash(fact)
    const row = known.get(key)
    const what = verdict(row, hash)
    if (what === 'make') fresh.push({ id: newId(), key, ...data, contentHash: hash })
    if (what === 'update' && row) await update(tx, key, { ...data, contentHash: hash }, now)
    if (what === 'ask') await ask(tx, 'fact', { key, proposed: fact }, now)
    if (what === 'update') count += 1
  }
  if (fresh.length > 0) await tx.fact.createMany({ data: fresh })
  await putInOrder(tx, facts)
  // What the project no longer says is not shown any more, but stays: something may point at it.
  const keys = facts.map(({ key }) => key)
  const withdrawn = await tx.fact.updateMany({
    where: { key: { notIn: keys }, editedAt: null, status: 'current' },
    data: { status: 'withdrawn', contentHash: '' },
  })
  return count + fresh.length + withdrawn.count
}

/** Brings a fact up to date, and says so where readers now read something else. */
async function update(tx: Tx, key: string, data: Prisma.FactUncheckedUpdateInput, now: Date) {
  const before = await tx.fact.findUniqueOrThrow({ where: { key }, select: factColumns })
  const { id, ...after } = await tx.fact.update({ where: { key }, data, select: { id: true, ...factColumns } })
  if (!isDeepStrictEqual(saidOf(before), saidOf(after)))
    await record(tx, { kind: 'factChanged', actorId: CURATORS.id, factId: id, at: now })
}

// That it was read again, or is known from elsewhere too, is no other fact.
function saidOf(fact: StoredFact) {
  return locales.map((locale) => {
    const { readOn, compiledOn, ...view } = displayed(fact, locale)
    return { ...view, sourceUrl: '', alsoUrls: [] }
  })
}

// The order is no part of what a fact says: one that is put in early must not change all behind it.
async function putInOrder(tx: Tx, facts: readonly { key: string; position: number }[]) {
  const [keys, positions] = [facts.map(({ key }) => key), facts.map(({ position }) => position)]
  await tx.$executeRaw`
    UPDATE "Fact" SET position = ordered.position FROM unnest(${keys}::text[], ${positions}::int[]) AS ordered(key, position)
    WHERE "Fact".key = ordered.key AND "Fact".position <> ordered.position`
}

function columns(fact: LedgerFact) {
  const { topic, kind, confidence } = fact
  return {
    topic,
    kind,
    confidence,
    value: jsonOrNull(fact.value),
    qualifier: fact.startsAt ?? null,
    text: jsonOrNull(fact.text),
    question: jsonOrNull(fact.question),
    note: jsonOrNull(fact.note),
    sourceUrl: fact.source,
    alsoUrls: fact.also ?? [],
    readOn: fact.readOn ? new Date(fact.readOn) : null,
    compiledOn: new Date(fact.compiledOn),
  }
}

async function seedTerms(tx: Tx, now: Date): Promise<number> {
  let count = 0
  for (const [position, { slug, term, meaning, isAttested }] of (await glossaryFile()).entries()) {
    const content = { term, meaning, isAttested, position }
    const row = await tx.term.findUnique({ where: { slug }, select: kept })
    const data = { term, meaning, isAttested, position, contentHash: contentHash(content) }
    const made = await put(row, { what: 'term', key: slug, proposed: content, tx, now }, data.contentHash, {
      make: (id) => tx.term.create({ data: { id, slug, ...data }, select: { id: true } }),
      update: (id) => tx.term.update({ where: { id }, data, select: { id: true } }),
    })
    count += made.changed
  }
  return count
}

type About = { what: string; key: string; proposed: unknown; tx: Tx; now: Date }
type Ways = { make: (id: string) => Promise<unknown>; update: (id: string) => Promise<unknown> }

/** Makes, updates, leaves or asks, as the verdict says. */
async function put(row: Kept | null, { tx, what, key, proposed, now }: About, hash: string, ways: Ways) {
  const id = row?.id ?? newId()
  const decision = verdict(row ?? undefined, hash)
  if (decision === 'make') await ways.make(id)
  if (decision === 'update') await ways.update(id)
  if (decision === 'ask') await ask(tx, what, { key, proposed }, now)
  return { id, changed: decision === 'make' || decision === 'update' ? 1 : 0 }
}
