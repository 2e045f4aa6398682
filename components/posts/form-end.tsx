import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { documentPath } from '@/lib/paths'

/** How every form of a post ends: what not to write, what a guest should know, and the button. */
export async function FormEnd({ isGuest, button }: { isGuest: boolean; button: string }) {
  const [t, locale] = await Promise.all([getTranslations('forms'), getLocale()])
  return (
    <>
      <p className="text-sm">{t('noSecrets')}</p>
      <p className="text-sm">{t('final')}</p>
      <p className="text-sm">
        {t.rich('rules', { link: (words) => <a href={documentPath(locale, 'rules')}>{words}</a> })}
      </p>
      {isGuest && <p className="text-muted text-sm">{t('guest')}</p>}
      <p>
        <Button>{button}</Button>
      </p>
    </>
  )
}
