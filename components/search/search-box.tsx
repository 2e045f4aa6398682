import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/lib/i18n/locales'
import { searchPath } from '@/lib/paths'
import { QUERY_MAX } from '@/lib/search/schema'

export async function SearchBox({
  locale,
  query,
  className = '',
}: {
  locale: Locale
  query: string
  className?: string
}) {
  const t = await getTranslations('searchBox')
  return (
    <search className={className}>
      <form action={searchPath(locale)} className="flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={QUERY_MAX}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          className="w-0 min-w-32 grow rounded-card border border-muted bg-paper px-3 py-2 placeholder:text-muted"
        />
        <Button tone="quiet">{t('button')}</Button>
      </form>
    </search>
  )
}
