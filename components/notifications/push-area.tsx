import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Section } from '@/components/ui/section'
import { pushDoor, pushEndingsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'
import type { PushDevice } from '@/lib/push/queries'

/**
 * Which of my browsers get pushes, and the button to have this one get them. Which sentence stands there, only a script can know
 * (components/island/push.ts); without one, the first.
 */
export async function PushArea({ vapid, devices }: { vapid: string; devices: readonly PushDevice[] }) {
  const [t, device, locale] = await Promise.all([getTranslations('push'), getTranslations('sessions'), getLocale()])
  return (
    <Section id="push" title={t('title')}>
      <p className="max-w-text">{t('lead')}</p>
      <div data-push={vapid} data-door={pushDoor} className="max-w-text">
        <p data-state="noScript" className="font-semibold">
          {t('noScript')}
        </p>
        {(['unsupported', 'denied', 'failed'] as const).map((state) => (
          <p key={state} data-state={state} hidden className="font-semibold" role="status">
            {t(state)}
          </p>
        ))}
        <button
          type="button"
          data-state="start"
          hidden
          className="inline-block max-w-full cursor-pointer rounded-card border border-transparent bg-jade px-4 py-2 font-semibold text-on-jade hover:bg-jade-deep"
        >
          {t('start')}
        </button>
      </div>
      <h3 className="font-semibold">{t('list')}</h3>
      {devices.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <ul className="grid max-w-text gap-3">
          {devices.map(({ id, hash, browser, system, addedAt }) => (
            <li
              key={id}
              data-browser={hash}
              className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line p-3"
            >
              <span>
                {device('device', { browser: browser || 'none', system: system || 'none' })}
                <span data-here hidden className="font-semibold text-jade">
                  {` · ${t('here')}`}
                </span>
                <br />
                <span className="text-muted text-sm">{t('since', { day: formatDay(locale, addedAt) })}</span>
              </span>
              <form method="post" action={pushEndingsDoor}>
                <Hidden fields={{ locale, subscription: id }} />
                <Button tone="quiet">
                  {t('stop')}
                  <span className="sr-only">
                    {' '}
                    {device('device', { browser: browser || 'none', system: system || 'none' })}
                  </span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
