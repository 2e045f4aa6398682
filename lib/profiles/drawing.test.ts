import { expect, test } from 'vitest'
import { newId } from '../ids'
import { drawingOf } from './drawing'

test('a drawing is always the same for one member, seldom for two, and small', () => {
  const ids = Array.from({ length: 500 }, newId)
  const drawings = ids.map((id) => JSON.stringify(drawingOf(id)))

  expect(ids.map((id) => JSON.stringify(drawingOf(id)))).toEqual(drawings)
  expect(new Set(drawings).size).toBeGreaterThan(480)
  // The longest path, and what components/members/avatar.tsx adds around it: under 1 kB.
  expect(Math.max(...drawings.map((one) => one.length)) + 250).toBeLessThan(1_000)
})
