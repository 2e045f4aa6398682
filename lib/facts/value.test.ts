import { expect, test } from 'vitest'
import { shortValue, spaced } from './value'

test('a value stands in a sentence as its readers write it', () => {
  const months = { kind: 'period', value: { count: 12, unit: 'months' } } as const
  expect(shortValue(months, 'zh')).toBe('12 个月')
  expect(shortValue(months, 'en')).toBe('12 months')
  expect(shortValue(months, 'fr')).toMatch(/^12\smois$/)
  expect(shortValue(months, 'nl')).toBe('12 maanden')
  const money = { kind: 'money', value: { cents: 1000, currency: 'EUR' } } as const
  expect(shortValue(money, 'en')).toBe('€10')
  expect(shortValue(money, 'nl')).toMatch(/^€\s10$/)
  expect(shortValue({ kind: 'money', value: { cents: 50, currency: 'EUR' } }, 'en')).toBe('€0.50')
  expect(shortValue({ kind: 'url', value: { url: 'https://www.base.be/fr/x' } }, 'fr')).toBe('base.be')
  const text = { kind: 'code', value: { way: 'sms', code: 'SIM TOPUP', to: '1984' } } as const
  expect(shortValue(text, 'zh')).toBe('SIM TOPUP → 1984')
  expect(shortValue({ kind: 'yesNo', value: { yes: true } }, 'en')).toBeUndefined()
})

test('numbers are grouped as they are read aloud, short ones left alone', () => {
  expect(['+32486191999', '080055800', '+3222268888', '022230909', '1999'].map(spaced)).toEqual([
    '+32 486 19 19 99',
    '0800 55 800',
    '+32 2 226 88 88',
    '02 223 09 09',
    '1999',
  ])
})
