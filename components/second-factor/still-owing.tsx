import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { signInSecondPath } from '@/lib/paths'

/** To whoever has done the first step of signing in and not the second. */
export async function StillOwing({ onward }: { onward?: string | undefined }) {
  const [t, locale] = await Promise.all([getTranslations('secondStep.signIn'), getLocale()])
  return (
    <div className="mb-6 max-w-text">
      <Notice tone="warn">
        <p className="mb-3 font-semibold">{t('pending')}</p>
        <LinkButton href={signInSecondPath(locale, onward)}>{t('goOn')}</LinkButton>
      </Notice>
    </div>
  )
}
