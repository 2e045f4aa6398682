import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/lib/i18n/format'
import type { MyStanding } from '@/lib/trust/mine'

/** What I did within 24 hours, beside what my level has for them. */
export async function TodayTable({ today }: { today: MyStanding['today'] }) {
  const [t, locale] = await Promise.all([getTranslations('abilities'), getLocale()])
  return (
    <table className="w-full max-w-text text-left tabular-nums">
      <thead>
        <tr className="border-line border-b">
          <th scope="col" className="whitespace-nowrap py-1 pr-4">
            {t('column.act')}
          </th>
          <th scope="col" className="whitespace-nowrap py-1 pr-4">
            {t('column.done')}
          </th>
          <th scope="col" className="whitespace-nowrap py-1">
            {t('column.limit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {today.map(({ act, done, limit }) => (
          <tr key={act} className="border-line border-b">
            <th scope="row" className="py-1 pr-2 font-normal">
              {t(`acts.${act}`)}
            </th>
            <td className="py-1 pr-4">{formatNumber(locale, done)}</td>
            <td className="py-1">{limit === undefined ? t('noLimit') : formatNumber(locale, limit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
