import { getLocale } from 'next-intl/server'
import type { ExperienceCard } from '@/lib/experiences/queries'
import { formatMonth } from '@/lib/i18n/format'
import { operatorPath } from '@/lib/paths'

/** Operator, channel, way of paying and month, in one line. `names` are the ledger's names of channels and ways of paying. */
export async function Particulars({
  experience,
  names,
}: {
  experience: ExperienceCard
  names: ReadonlyMap<string, string>
}) {
  const locale = await getLocale()
  const { operator, channel, payment, month } = experience
  return (
    <span>
      <a href={operatorPath(locale, operator.slug)}>{operator.name}</a>
      {' · '}
      {[names.get(channel) ?? channel, names.get(payment) ?? payment, formatMonth(locale, month)].join(' · ')}
    </span>
  )
}
