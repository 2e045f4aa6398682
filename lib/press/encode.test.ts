import { expect, test } from 'vitest'
import { preferredEncoding } from './encode'

test('the best form that the client takes', () => {
  expect(preferredEncoding('gzip, deflate, br, zstd')).toBe('br')
  expect(preferredEncoding('gzip;q=1.0, br;q=0')).toBe('gzip')
  expect(preferredEncoding('br;q=0.0, gzip;q=0')).toBe('identity')
  expect(preferredEncoding('brotli')).toBe('identity')
  expect(preferredEncoding(undefined)).toBe('identity')
})
