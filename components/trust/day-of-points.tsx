import { getLocale, getTranslations } from 'next-intl/server'
import { formatDate, formatSigned } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import { minePath } from '@/lib/paths'
import type { Day, Line } from '@/lib/reputation/mine'
import { DAILY_CAP } from '@/lib/reputation/points'

/** One day's points: what counts, and line by line where it comes from. */
export async function DayOfPoints({ day: { day, gained, counted, lines } }: { day: Day }) {
  const [t, locale] = await Promise.all([getTranslations('reputation'), getLocale()])
  const id = day.toISOString().slice(0, 10)
  return (
    <section aria-labelledby={`day-${id}`} className="mb-6 max-w-text">
      <h2
        id={`day-${id}`}
        className="flex flex-wrap justify-between gap-x-4 border-line border-b pb-1 text-lg tabular-nums"
      >
        <time dateTime={id}>{formatDate(locale, day)}</time> <span>{t('day', { counted })}</span>
      </h2>
      {gained > counted && <p className="text-muted text-sm">{t('capped', { gained, cap: DAILY_CAP })}</p>}
      <ul className="grid list-none">
        {lines.map((line) => (
          <Row key={`${line.post.id} ${line.reason} ${line.isReversed}`} line={line} />
        ))}
      </ul>
    </section>
  )
}

async function Row({ line: { post, reason, count, points, isReversed } }: { line: Line }) {
  const [t, locale] = await Promise.all([getTranslations('reputation'), getLocale()])
  const what = reason === 'accepted' ? 'accepted' : (`${post.kind}${reason === 'up' ? 'Up' : 'Down'}` as const)
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-2 py-2">
      <span className={`text-right font-semibold tabular-nums ${isReversed ? 'text-muted line-through' : ''}`}>
        {formatSigned(locale, points)}
      </span>
      <span className={isReversed ? 'text-muted' : undefined}>
        {t(`reasons.${what}`, { count })}
        {isReversed && ` (${t('reversed')})`}
        <br />
        <a href={minePath(locale, post.id)} lang={htmlLang[post.locale]} className="text-sm">
          {post.words}
        </a>
      </span>
    </li>
  )
}
