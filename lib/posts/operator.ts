import 'server-only'
import type { Tx } from '../db'
import { Refusal } from '../refusal'

/** The operator with this slug, or none when none was chosen. Refuses a slug that nobody has. */
export async function operatorIdOf(tx: Tx, slug: string | undefined): Promise<string | null> {
  if (!slug) return null
  const operator = await tx.operator.findUnique({ where: { slug }, select: { id: true } })
  if (!operator) throw new Refusal('invalid', { operator: { code: 'notAChoice' } })
  return operator.id
}
