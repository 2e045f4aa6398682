import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { readsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import { htmlLang } from '@/lib/i18n/locales'
import type { InboxGroup, InboxLine } from '@/lib/notifications/queries'

/** What happened, by the page on which it happened. Opening a line marks it as read: a form, because a link must change nothing. */
export async function InboxList({ groups }: { groups: readonly InboxGroup[] }) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()])
  return (
    <ul className="grid gap-4">
      {groups.map(({ key, about, title, language, at, lines }) => {
        const isUnread = lines.some((line) => line.isUnread)
        const name = nameOf({ about, title, lines }, t)
        return (
          <li
            key={key}
            className={`rounded-card border border-l-4 p-4 ${isUnread ? 'border-jade bg-surface' : 'border-line'}`}
          >
            <h2 className="break-words text-lg" lang={title && language ? htmlLang[language] : undefined}>
              {name}
            </h2>
            <p className="text-muted text-sm">
              <time dateTime={at.toISOString()}>{formatDay(locale, at)}</time>
            </p>
            <ul className="my-2 grid gap-1">
              {lines.map((line) => (
                <li key={line.kind}>
                  <Line about={about} line={line} />
                </li>
              ))}
            </ul>
            {isUnread && (
              <form method="post" action={readsDoor}>
                <Hidden fields={{ locale, ...about }} />
                <Button tone="quiet">
                  {t('readOne')}
                  <span className="sr-only"> {name}</span>
                </Button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Named = Pick<InboxGroup, 'about' | 'title' | 'lines'>

// An experience has no title; of a page that is hidden none is said.
function nameOf({ about, title, lines }: Named, t: Awaited<ReturnType<typeof getTranslations<'inbox'>>>): string {
  if (about.operator !== undefined) return t('operator', { name: title })
  if (about.account) return t('me')
  if (title) return title
  return lines.every(({ kind }) => kind === 'flagUpheld') ? t('hiddenPage') : t('experience')
}

async function Line({ about, line }: { about: InboxGroup['about']; line: InboxLine }) {
  const [t, locale] = await Promise.all([getTranslations('inbox'), getLocale()])
  return (
    <form method="post" action={readsDoor}>
      <Hidden fields={{ locale, ...about, kind: line.kind, next: line.path }} />
      <button
        type="submit"
        className={`cursor-pointer py-1 text-left text-jade underline ${line.isUnread ? 'font-semibold' : ''}`}
      >
        {line.isUnread && <span className="sr-only">{t('new')} </span>}
        {t(`lines.${line.kind}`, { count: line.count })}
      </button>
    </form>
  )
}
