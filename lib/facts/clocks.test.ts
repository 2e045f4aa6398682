import { expect, test } from 'vitest'
import { clocksOf } from './clocks'
import { displayed, type StoredFact } from './display'

const texts = { zh: '合成', en: 'synthetic', fr: 'synthétique', nl: 'synthetisch' }
const fact = (key: string, value: unknown, confidence: StoredFact['confidence'] = 'high') =>
  displayed(
    {
      key,
      topic: 'clocks',
      kind: 'period',
      value,
      qualifier: null,
      text: texts,
      question: texts,
      note: null,
      sourceUrl: 'https://operator.example',
      alsoUrls: [],
      readOn: null,
      compiledOn: new Date(0),
      confidence,
      operator: { slug: 'one', name: 'One' },
      subject: null,
    },
    'en',
  )

test('each clock takes its period from the ledger; what is low stays unknown; identification falls back on the law', () => {
  const facts = [
    fact('one.bundle-validity', { count: 1, unit: 'weeks' }),
    fact('one.credit-validity', { count: 6, unit: 'months' }, 'low'),
  ]
  const law = fact('identification-by-payment.validity', { count: 18, unit: 'months' })
  expect(clocksOf('one', facts, law).map(({ name, days }) => [name, days && Math.round(days)])).toEqual([
    ['bundle', 7],
    ['credit', undefined],
    ['number', undefined],
    ['identification', 548],
  ])
})
