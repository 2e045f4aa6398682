import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Hidden } from '@/components/ui/hidden'
import { visitsDoor } from '@/lib/doors'
import type { Provider } from '@/lib/providers/configured'

/** One form for each provider that this site offers; nothing where it offers none. */
export async function ProviderButtons({
  providers,
  onward,
}: {
  providers: readonly Provider[]
  onward: string | undefined
}) {
  const [t, locale] = await Promise.all([getTranslations('signIn'), getLocale()])
  if (providers.length === 0) return null
  return (
    <section aria-labelledby="elsewhere" className="mt-10 grid max-w-text gap-3 border-line border-t pt-6">
      <h2 id="elsewhere" className="text-xl">
        {t('elsewhere')}
      </h2>
      <p className="text-muted text-sm">{t('elsewhereHint')}</p>
      <ul className="flex flex-wrap gap-3">
        {providers.map(({ name, title }) => (
          <li key={name}>
            <form method="post" action={visitsDoor}>
              <Hidden fields={{ locale, onward, provider: name }} />
              <Button tone="quiet">{t('with', { provider: title })}</Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
