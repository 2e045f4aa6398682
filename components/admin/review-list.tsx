import { getLocale, getTranslations } from 'next-intl/server'
import { Byline } from '@/components/posts/byline'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import type { ReviewItem } from '@/lib/moderation/queries'
import { minePath } from '@/lib/paths'

/** Posts with what was said of them; each leads to the page where one decides. */
export function ReviewList({ items }: { items: readonly ReviewItem[] }) {
  return (
    <ul className="grid list-none gap-4">
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  )
}

async function Row({ item }: { item: ReviewItem }) {
  const [t, kinds, flags, reasons, posts, locale] = await Promise.all([
    getTranslations('admin'),
    getTranslations('mine.titles'),
    getTranslations('flagReasons'),
    getTranslations('removalReasons'),
    getTranslations('posts'),
    getLocale(),
  ])
  return (
    <li className="grid max-w-text gap-2 rounded-card border border-line bg-surface p-4">
      <p>
        <b>{kinds(item.kind)}</b> · <Byline post={item} />
      </p>
      <p lang={htmlLang[item.locale]}>{item.excerpt}</p>
      {item.flags.map((flag) => (
        <p key={`${flag.raisedAt.toISOString()} ${flag.reason}`} className="border-seal border-l-4 pl-3 text-sm">
          <b>{flags(flag.reason)}</b> · {formatInstant(locale, flag.raisedAt)}
          {flag.text && (
            <>
              <br />
              {flag.text}
            </>
          )}
        </p>
      ))}
      {item.removal && (
        <p className="text-sm">
          {t('removedBy', {
            by: item.removal.by ?? posts('formerMember'),
            day: formatDay(locale, item.removal.removedAt),
            reason: reasons(item.removal.reason),
          })}
        </p>
      )}
      <p>
        <a href={`${minePath(locale, item.id)}#moderate`} className="font-semibold">
          {t('decide')}
        </a>
      </p>
    </li>
  )
}
