import { randomBytes } from 'node:crypto'

/** An address that no other test uses. */
export function someNetwork(): string {
  const [a, b, c] = randomBytes(3)
  return `10.${a}.${b}.${c}`
}
