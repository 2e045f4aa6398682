import { expect, test } from 'vitest'
import { pageAt } from './pages'

test('unknown parameters are dropped from the key of a public page', () => {
  expect(pageAt('/zh', '?utm=1&q=2')?.key).toBe('/zh')
})

test('an address that is no page of ours is the missing page of its language', () => {
  expect(pageAt('/fr/nothing', '')).toMatchObject({ key: '/fr/missing', locale: 'fr' })
  expect(pageAt('/fr/feedback/received', '')).toMatchObject({ key: '/fr/missing' })
})

test('what has no language of ours is no page', () => {
  for (const path of ['/', '/de/x', '/zhx', '/api/v1/feedback', '/enough']) expect(pageAt(path, '')).toBeUndefined()
})
