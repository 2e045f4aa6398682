import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { wayRemovalsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import { newId } from '@/lib/ids'
import type { WayView } from '@/lib/ways-in/queries'

/** Ways in of one kind, each with the button that takes it away. */
export async function WayList({ ways }: { ways: readonly WayView[] }) {
  const [t, locale] = await Promise.all([getTranslations('waysIn'), getLocale()])
  return (
    <ul className="grid max-w-text gap-3">
      {ways.map(({ id, title, addedAt, isOffered }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-4"
        >
          <div className="min-w-0">
            <h3 id={`way-${id}`} className="break-words font-semibold">
              {title}
            </h3>
            <p className="text-muted text-sm">
              {t('since', { day: formatDay(locale, addedAt) })}
              {!isOffered && ` · ${t('notOffered')}`}
            </p>
          </div>
          <form method="post" action={wayRemovalsDoor} aria-labelledby={`way-${id}`}>
            <Hidden fields={{ locale, way: id, key: newId() }} />
            <Button tone="quiet">{t('remove')}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
