import { getTranslations } from 'next-intl/server'
import type { Outcome as OutcomeName } from '@/lib/experiences/schema'

const looks: Record<OutcomeName, string> = {
  worked: 'bg-jade text-on-jade',
  workedAfterTrouble: 'border border-jade text-jade',
  failed: 'bg-seal text-on-seal',
  paidNotCredited: 'bg-seal text-on-seal',
}

export async function Outcome({ outcome }: { outcome: OutcomeName }) {
  const t = await getTranslations('outcomes')
  return <span className={`inline-block rounded-card px-2 text-sm ${looks[outcome]}`}>{t(outcome)}</span>
}
