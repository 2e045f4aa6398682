import { CURATORS } from '../accounts/curators'
import type { Tx } from '../db'
import { newId } from '../ids'
import { versionIdsOf } from '../posts/about'
import type { StarterFile } from './starter-file'

const ours = { removedById: CURATORS.id, liftedAt: null } as const

/** Hides the starter questions that the project no longer has: their figures would stand still. Returns what shows otherwise. */
export async function withdraw(tx: Tx, files: readonly StarterFile[], now: Date): Promise<number[]> {
  const kept = new Set(
    files.flatMap(({ slug, versions }) => Object.keys(versions).map((locale) => `${slug}.${locale}`)),
  )
  const rows = await tx.starter.findMany({ where: { editedAt: null, question: { removals: { none: ours } } } })
  const gone = rows.filter(({ slug, locale }) => !kept.has(`${slug}.${locale}`))
  const touched: number[] = []
  for (const { questionId } of gone) {
    const removal = { id: newId(), postId: questionId, removedById: CURATORS.id, reason: 'outdated', removedAt: now }
    await tx.removal.create({ data: removal, select: { id: true } })
    touched.push(questionId, ...(await versionIdsOf(tx, questionId)))
  }
  return touched
}

/** Shows again what was hidden here because the project had no longer had it. What a moderator hid stays hidden. */
export async function takeBack(tx: Tx, questionId: number, now: Date): Promise<boolean> {
  const lifted = { liftedAt: now, liftedById: CURATORS.id, liftReason: 'the project has it again' }
  const { count } = await tx.removal.updateMany({ where: { postId: questionId, ...ours }, data: lifted })
  return count > 0
}
