import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean, text } from './clean'

test('cleaning is total, idempotent, and leaves what PostgreSQL can store', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
      const once = clean(given)
      expect(clean(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/[\0\r]/)
    }),
  )
})

test('a form’s line ends become ours, and what cannot be seen goes, except what emoji need', () => {
  expect(clean(' a\r\nb\rc\u202e\u200b\ufeff ')).toBe('a\nb\nc')
  expect(clean('👩‍💻')).toBe('👩‍💻')
})

test('length counts characters, as the database does', () => {
  const schema = text({ min: 2, max: 3 })
  expect(schema.safeParse('🈶🈶🈶').success).toBe(true)
  expect(schema.safeParse('🈶🈶🈶🈶').error?.issues[0]).toMatchObject({ message: 'tooLong', params: { limit: 3 } })
  expect(schema.safeParse('a').error?.issues[0]?.message).toBe('tooShort')
  expect(schema.safeParse(' \u200b ').error?.issues[0]?.message).toBe('required')
})
