import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { linksDoor } from '@/lib/doors'
import type { Provider } from '@/lib/providers/configured'

/** One form for each provider that can still be linked. */
export async function LinkButtons({ providers }: { providers: readonly Provider[] }) {
  const [t, locale] = await Promise.all([getTranslations('waysIn'), getLocale()])
  return (
    <ul className="flex flex-wrap gap-3">
      {providers.map(({ name, title }) => (
        <li key={name}>
          <form method="post" action={linksDoor}>
            <Hidden fields={{ locale, provider: name }} />
            <Button tone="quiet">{t('link', { provider: title })}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
