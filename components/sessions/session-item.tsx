import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { sessionEndingsDoor, signOutDoor } from '@/lib/doors'
import { formatInstant } from '@/lib/i18n/format'
import type { SessionView } from '@/lib/sessions/queries'

/** One place where the reader is signed in, and the button that ends it: this one by signing out, another one from afar. */
export async function SessionItem({ session, submission }: { session: SessionView; submission: string }) {
  const [t, locale] = await Promise.all([getTranslations('sessions'), getLocale()])
  const device = t('device', { browser: session.browser || 'none', system: session.system || 'none' })
  const label = `session-${session.id}`
  const told = (at: Date) => formatInstant(locale, at)
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h3 id={label} className="font-semibold">
        {device}
        {session.isCurrent && <span className="text-jade"> · {t('current')}</span>}
        {session.owes && <span className="text-seal"> · {t('owes')}</span>}
      </h3>
      <p className="mb-3 text-muted text-sm">
        {t('since', { when: told(session.startedAt) })}
        <br />
        {t('lastUsed', { when: told(session.lastUsedAt) })}
      </p>
      <form method="post" action={session.isCurrent ? signOutDoor : sessionEndingsDoor} aria-labelledby={label}>
        <Hidden fields={session.isCurrent ? { locale } : { locale, session: session.id, key: submission }} />
        <Button tone="quiet">{session.isCurrent ? t('signOutHere') : t('end')}</Button>
      </form>
    </li>
  )
}
