import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { resignationsDoor } from '@/lib/doors'

/** Whoever holds an office lays it down before they can leave. */
export async function RolePart({ role }: { role: 'moderator' | 'administrator' }) {
  const [t, locale] = await Promise.all([getTranslations('data'), getLocale()])
  return (
    <>
      <p className="max-w-text">{t('roleText', { role })}</p>
      <form method="post" action={resignationsDoor}>
        <Hidden fields={{ locale }} />
        <Button tone="quiet">{t('layDown')}</Button>
      </form>
    </>
  )
}
