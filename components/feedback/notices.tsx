import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { feedbackPath } from '@/lib/paths'

/** The form was refused: why, and that the words are still there. */
export async function RefusedNotice({ reason, isCut }: { reason: string; isCut: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()])
  return (
    <div className="mb-6 max-w-text">
      <Notice tone="warn" id="refused" isAlert>
        <p className="font-semibold">{t('refusedTitle')}</p>
        <p>{reason}</p>
        <p>{isCut ? t('refusedCut') : t('refusedKept')}</p>
        <p>
          <a href={`${feedbackPath(locale)}?new=1`}>{t('refusedNew')}</a>
        </p>
      </Notice>
    </div>
  )
}

/** An earlier one was refused, and this is a new one. */
export async function UnsentNotice() {
  const [t, locale] = await Promise.all([getTranslations('feedback'), getLocale()])
  return (
    <div className="mb-6 max-w-text">
      <Notice>
        <p>
          {t('unsent')} <a href={feedbackPath(locale)}>{t('unsentOpen')}</a>
        </p>
      </Notice>
    </div>
  )
}
