import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { appRemovalsDoor, appsDoor } from '@/lib/doors'
import { formatInstant } from '@/lib/i18n/format'

/** Whether an authenticator app is on, and how to set one up, move it and turn it off. */
export async function AppPart({ since }: { since: Date | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('secondStep'), getLocale()])
  return (
    <>
      <p className="max-w-text">{t('appText')}</p>
      {since && <p className="font-semibold text-jade">{t('appOn', { when: formatInstant(locale, since) })}</p>}
      <div className="flex flex-wrap gap-3">
        <form method="post" action={appsDoor}>
          <Hidden fields={{ locale }} />
          <Button tone={since ? 'quiet' : 'main'}>{since ? t('moveApp') : t('setUpApp')}</Button>
        </form>
        {since && (
          <form method="post" action={appRemovalsDoor}>
            <Hidden fields={{ locale }} />
            <Button tone="quiet">{t('turnOff')}</Button>
          </form>
        )}
      </div>
    </>
  )
}
