import { getLocale, getTranslations } from 'next-intl/server'
import type { OperatorCard as Card } from '@/lib/facts/queries'
import { operatorPath } from '@/lib/paths'

export async function OperatorCard({ operator }: { operator: Card }) {
  const [t, locale] = await Promise.all([getTranslations('operators'), getLocale()])
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h3 className="text-lg">
        <a href={operatorPath(locale, operator.slug)}>{operator.name}</a>
      </h3>
      <p className="text-muted text-sm">
        {t(`sells.${operator.sells}`)}
        {operator.network && ` · ${t('network', { network: operator.network })}`}
      </p>
      <p className="mt-2">{operator.summary}</p>
    </li>
  )
}
