import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { throughCache } from '../cache/read'
import { tags } from '../cache/tags'
import { db } from '../db'
import type { Locale } from '../i18n/locales'
import { factColumns } from './columns'
import { type Chapter, chapterNames, displayed, type FactView, said } from './display'
import { subjectKinds } from './kinds'
import type { Brief } from './ledger-file'

const current = { where: { status: 'current' as const }, select: factColumns, orderBy: { position: 'asc' as const } }

export type OperatorCard = { slug: string; name: string; sells: Sells; summary: string; network: string | undefined }
export type OperatorPage = OperatorCard & {
  alsoKnownAs: string[]
  group: string | undefined
  brief: BriefView | undefined
  facts: FactView[]
}
export type BriefView = { renew: string; steps: string[]; beware: string[] }
type Sells = 'prepaid' | 'subscription' | 'gone' | 'unknown'

const cardColumns = { slug: true, name: true, sells: true, summary: true, network: { select: { name: true } } } as const

/** Every operator and brand, those first that most readers have. */
export function operatorList(locale: Locale): Promise<OperatorCard[]> {
  return throughCache([tags.ledger], (since) => listed(locale, since))
}

async function listed(locale: Locale, _since: number): Promise<OperatorCard[]> {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const rows = await db().operator.findMany({ select: cardColumns, orderBy: { position: 'asc' } })
  return rows.map((row) => card(row, locale))
}

/** An operator with all that the ledger knows of it, open questions included. */
export function operatorPage(slug: string, locale: Locale): Promise<OperatorPage | undefined> {
  return throughCache([tags.ledger], (since) => operatorRead(slug, locale, since))
}

async function operatorRead(slug: string, locale: Locale, _since: number): Promise<OperatorPage | undefined> {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const row = await db().operator.findUnique({
    where: { slug },
    select: { ...cardColumns, alsoKnownAs: true, group: true, brief: true, facts: current },
  })
  if (!row) return undefined
  const facts = row.facts.map((fact) => displayed(fact, locale))
  const { alsoKnownAs } = row
  return { ...card(row, locale), alsoKnownAs, group: row.group ?? undefined, brief: briefOf(row, locale), facts }
}

// It was checked when it was put in (lib/seed).
function briefOf({ brief }: { brief: unknown }, locale: Locale): BriefView | undefined {
  if (!brief) return undefined
  const { renew, steps, beware } = brief as Brief
  return { renew: renew[locale], steps: steps.map((one) => one[locale]), beware: beware.map((one) => one[locale]) }
}

/** Facts by their keys, as a guide embeds them. A key that the ledger does not have is left out. */
export function factsByKey(keys: readonly string[], locale: Locale): Promise<FactView[]> {
  const sorted = [...new Set(keys)].sort()
  return throughCache([tags.ledger], (since) => keyed(sorted, locale, since))
}

async function keyed(keys: string[], locale: Locale, _since: number): Promise<FactView[]> {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const rows = await db().fact.findMany({ where: { key: { in: keys }, status: 'current' }, select: factColumns })
  return rows.map((row) => displayed(row, locale))
}

export type SubjectView = { slug: string; name: string; verdict: string | undefined; facts: FactView[] }

/** A chapter of the ledger besides the operators: its subjects with their facts. */
export function chapterOf(chapter: Chapter, locale: Locale): Promise<SubjectView[]> {
  return throughCache([tags.ledger], (since) => chapterRead(chapter, locale, since))
}

async function chapterRead(chapter: Chapter, locale: Locale, _since: number): Promise<SubjectView[]> {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const rows = await db().subject.findMany({
    where: { kind: subjectKinds.find((kind) => chapterNames[kind] === chapter) ?? 'law' },
    select: { slug: true, name: true, verdict: true, facts: current },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ slug, name, verdict, facts }) => ({
    slug,
    name: said(name, locale),
    verdict: verdict ? said(verdict, locale) : undefined,
    facts: facts.map((fact) => displayed(fact, locale)),
  }))
}

/** Names of channels and ways of paying, for forms: all that the ledger knows, in its order. */
export function subjectNames(kind: 'channel' | 'payment', locale: Locale): Promise<{ slug: string; name: string }[]> {
  return throughCache([tags.ledger], (since) => namesRead(kind, locale, since))
}

async function namesRead(kind: 'channel' | 'payment', locale: Locale, _since: number) {
  'use cache'
  cacheTag(tags.ledger)
  cacheLife('hours')
  const rows = await db().subject.findMany({
    where: { kind },
    select: { slug: true, name: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ slug, name }) => ({ slug, name: said(name, locale) }))
}

type CardRow = { slug: string; name: string; sells: Sells; summary: unknown; network: { name: unknown } | null }

function card({ slug, name, sells, summary, network }: CardRow, locale: Locale): OperatorCard {
  return {
    slug,
    name,
    sells,
    summary: said(summary, locale),
    network: network ? said(network.name, locale) : undefined,
  }
}
