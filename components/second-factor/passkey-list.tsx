import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { passkeyRemovalsDoor } from '@/lib/doors'
import { formatInstant } from '@/lib/i18n/format'
import { newId } from '@/lib/ids'
import type { PasskeyView } from '@/lib/second-factor/queries'

/** My passkeys, each under the device on which it was added, with the button that removes it. */
export async function PasskeyList({ passkeys }: { passkeys: readonly PasskeyView[] }) {
  const [t, sessions, locale] = await Promise.all([
    getTranslations('secondStep'),
    getTranslations('sessions'),
    getLocale(),
  ])
  return (
    <ul className="grid max-w-text gap-3">
      {passkeys.map(({ id, browser, system, addedAt, lastUsedAt }) => (
        <li key={id} className="rounded-card border border-line bg-surface p-4">
          <h3 id={`passkey-${id}`} className="font-semibold">
            {sessions('device', { browser: browser || 'none', system: system || 'none' })}
          </h3>
          <p className="mb-3 text-muted text-sm">
            {t('addedOn', { when: formatInstant(locale, addedAt) })}
            <br />
            {lastUsedAt ? t('lastUsed', { when: formatInstant(locale, lastUsedAt) }) : t('neverUsed')}
          </p>
          <form method="post" action={passkeyRemovalsDoor} aria-labelledby={`passkey-${id}`}>
            <Hidden fields={{ locale, passkey: id, key: newId() }} />
            <Button tone="quiet">{t('remove')}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
