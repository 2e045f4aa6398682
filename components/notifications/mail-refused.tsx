import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import { mailTrialsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'

/** My mailbox takes no letters, since when, and the button to have it tried again. */
export async function MailRefused({ since }: { since: Date }) {
  const [t, locale] = await Promise.all([getTranslations('choices'), getLocale()])
  return (
    <div className="mb-6 max-w-text">
      <Notice tone="warn" id="mail">
        <p>{t('refused', { day: formatDay(locale, since) })}</p>
        <form method="post" action={mailTrialsDoor} className="mt-3">
          <Hidden fields={{ locale }} />
          <Button tone="quiet">{t('tryAgain')}</Button>
        </form>
      </Notice>
    </div>
  )
}
