import { getTranslations } from 'next-intl/server'

/** The way to older entries of a list; nothing at its end. */
export async function NextPage({ href }: { href: string | undefined }) {
  const t = await getTranslations('lists')
  if (!href) return null
  return (
    <nav aria-label={t('pages')} className="mt-6">
      <a href={href} rel="next" className="font-semibold">
        {t('older')}
      </a>
    </nav>
  )
}
