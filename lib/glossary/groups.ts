/** The subjects by which the glossary is read, each with its words in the order in which they explain each other. */
export const termGroups = {
  card: ['prepaid', 'postpaid', 'sim', 'esim', 'esim-profile', 'tariff-plan', 'info-sheet'],
  topUp: [
    'renew',
    'top-up',
    'call-credit',
    'topup-bonus',
    'auto-topup',
    'voucher',
    'topup-code',
    'press-shop',
    'direct-debit',
    'bill',
  ],
  data: ['bundle', 'data-bundle', 'out-of-bundle', 'throttling', 'roaming', 'rlah', 'fup', 'coverage', 'volte'],
  keep: ['keep-alive', 'credit-validity', 'grace', 'deactivation', 'quarantine', 'min-service'],
  identity: ['identification', 'eid', 'foreigner-card', 'itsme', 'sim-replacement'],
  numbers: ['msisdn', 'iccid', 'imsi', 'imei', 'pin', 'puk', 'ussd', 'short-number'],
  move: ['mnp', 'port-in', 'port-out', 'mandate', 'easy-switch', 'credit-refund', 'mno', 'mvno', 'brand'],
  danger: ['phishing', 'sim-swap', 'premium-sms', 'third-party', 'ombudsman', 'bipt'],
} as const

export type TermGroup = keyof typeof termGroups

/** The words sorted into their subjects. Every word of the glossary stands in exactly one (glossary.test.ts). */
export function bySubject<T extends { slug: string }>(terms: readonly T[]): { name: TermGroup; found: T[] }[] {
  const bySlug = new Map(terms.map((term) => [term.slug, term]))
  return (Object.keys(termGroups) as TermGroup[]).map((name) => ({
    name,
    found: termGroups[name].flatMap((slug) => bySlug.get(slug) ?? []),
  }))
}
