import { createHash } from 'node:crypto'

/** What a member's drawing is made of: one of a few colors, and which of the fields of a chip are filled. */
export type Drawing = { hue: number; path: string }

const SIDE = 5
const HALF = 3
const HUES = 12

/** A drawing from a member's id: always the same, symmetrical like the contacts of a SIM card. Nothing leads back to the id. */
export function drawingOf(id: string): Drawing {
  const [color = 0, ...bytes] = createHash('sha256').update(`drawing ${id}`).digest()
  const isFilled = (column: number, row: number) =>
    ((bytes[row] ?? 0) >> (column < HALF ? column : SIDE - 1 - column)) & 1
  const fields = Array.from({ length: SIDE * SIDE }, (_, nth) => [nth % SIDE, Math.floor(nth / SIDE)] as const)
  const path = fields
    .filter(([column, row]) => isFilled(column, row))
    .map(([column, row]) => `M${column + 1} ${row + 2}h1v1h-1z`)
    .join('')
  return { hue: (color % HUES) * (360 / HUES), path }
}
