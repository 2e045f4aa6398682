import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { Notice } from '@/components/ui/notice'
import type { MyErasure } from '@/lib/data/queries'
import { erasureWithdrawalsDoor } from '@/lib/doors'
import { formatDay } from '@/lib/i18n/format'

/** The account is about to be deleted: when, and the one button that takes it back. */
export async function LeavingBanner({ erasure }: { erasure: MyErasure | undefined }) {
  if (!erasure) return null
  const [t, locale] = await Promise.all([getTranslations('data.leaving'), getLocale()])
  return (
    <section aria-labelledby="leaving" className="mb-8 max-w-text">
      <Notice tone="warn">
        <h2 id="leaving" className="font-semibold text-lg">
          {t('title', { day: formatDay(locale, erasure.dueAt) })}
        </h2>
        <p>{t(erasure.posts)}</p>
        <p className="mb-3">{t('text')}</p>
        {erasure.hasBegun ? (
          <p className="font-semibold">{t('begun')}</p>
        ) : (
          <form method="post" action={erasureWithdrawalsDoor}>
            <Hidden fields={{ locale }} />
            <Button>{t('takeBack')}</Button>
          </form>
        )}
      </Notice>
    </section>
  )
}
