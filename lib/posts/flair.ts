import type { Prisma } from '@/prisma/generated/client'

/** What an administrator vouches for: shown beside the name, wherever it stands. */
export type Flair = { kind: 'curator'; operator: undefined } | { kind: 'operatorStaff'; operator: string }

export const flairColumns = {
  where: { withdrawnAt: null },
  select: { kind: true, operator: { select: { name: true } } },
  orderBy: { grantedAt: 'asc' },
} as const satisfies Prisma.Member$flairsArgs

type Row = { kind: Flair['kind']; operator: { name: string } | null }

export function flairsOf(rows: readonly Row[]): Flair[] {
  return rows.map(({ kind, operator }) =>
    kind === 'operatorStaff' ? { kind, operator: operator?.name ?? '' } : { kind, operator: undefined },
  )
}
