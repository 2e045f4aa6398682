import type { FactView } from './display'

// What somebody in a hurry asks first, in this order. Only what is known: what is not stands on the page of all facts.
const QUICK = [
  'number-validity',
  'topup-url',
  'official-site',
  'topup-by-number',
  'topup-for-others',
  'topup-abroad',
  'app',
  'redeem-code',
  'topup-sms',
  'balance-code',
  'bonus-balance-code',
  'hotline',
  'hotline-other-networks',
  'market-status',
] as const

/** The facts of an operator that most readers come for. */
export function quickFacts(slug: string, facts: readonly FactView[]): FactView[] {
  const known = new Map(facts.filter(({ standing }) => standing === 'fact').map((fact) => [fact.key, fact]))
  return QUICK.flatMap((key) => known.get(`${slug}.${key}`) ?? [])
}

type OfficialPage = { url: string; mustBeChecked: boolean; leadsTo: 'topUp' | 'site' }

/** The operator's own page for topping up where it is known, otherwise its site. */
export function officialPage(slug: string, facts: readonly FactView[]): OfficialPage | undefined {
  return pageAt(`${slug}.topup-url`, 'topUp', facts) ?? pageAt(`${slug}.official-site`, 'site', facts)
}

function pageAt(key: string, leadsTo: OfficialPage['leadsTo'], facts: readonly FactView[]): OfficialPage | undefined {
  const fact = facts.find((one) => one.key === key)
  if (fact?.standing !== 'fact' || fact.value.kind !== 'url') return undefined
  return { url: fact.value.value.url, mustBeChecked: fact.confidence === 'medium', leadsTo }
}
