import { getLocale, getTranslations } from 'next-intl/server'
import type { FeedbackTally } from '@/lib/feedback/queries'
import { feedbackKinds } from '@/lib/feedback/schema'
import { formatDay, formatNumber } from '@/lib/i18n/format'

/** What readers have told us, as numbers; an invitation while there is nothing. */
export async function Told({ tally }: { tally: FeedbackTally }) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations('checking.told'),
    getTranslations('feedbackKinds'),
    getLocale(),
  ])
  if (!tally.lastSentAt) return <p>{t('empty')}</p>
  return (
    <>
      <p>{t('summary', { total: tally.total, last: formatDay(locale, tally.lastSentAt) })}</p>
      <table className="w-full max-w-sm border-line border-y text-left">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="text-muted text-sm">
          <tr>
            <th scope="col" className="py-2">
              {t('columnKind')}
            </th>
            <th scope="col" className="py-2 text-right">
              {t('columnCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {feedbackKinds.map((kind) => (
            <tr key={kind} className="border-line border-t">
              <th scope="row" className="py-2 font-normal">
                {kinds(kind)}
              </th>
              <td className="py-2 text-right tabular-nums">{formatNumber(locale, tally.counts[kind])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-muted text-sm">{t('note')}</p>
    </>
  )
}
