import { getTranslations } from 'next-intl/server'
import { SearchBox } from '@/components/search/search-box'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { accountPath, experiencesPath, guidesPath, homePath, operatorsPath, questionsPath } from '@/lib/paths'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'

export async function Header({
  locale,
  address,
  query,
}: {
  locale: Locale
  address: (locale: Locale) => string
  query: string
}) {
  const t = await getTranslations('nav')
  const links = [
    { href: guidesPath(locale), text: t('guides') },
    { href: operatorsPath(locale), text: t('operators') },
    { href: questionsPath(locale), text: t('questions') },
    { href: experiencesPath(locale), text: t('experiences') },
    { href: accountPath(locale), text: t('account') },
  ]
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
        <a href={homePath(locale)} className="flex items-center gap-2 font-bold text-ink text-lg no-underline">
          <Mark />
          {env().SITE_NAME}
        </a>
        <LanguageSwitch locale={locale} address={address} />
        <nav aria-label={t('main')} className="order-last w-full">
          <ul className="-mx-2 flex flex-wrap text-sm">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a
                  href={href}
                  aria-current={href === address(locale) ? 'page' : undefined}
                  className="block px-2 py-2 text-ink no-underline hover:underline aria-[current]:font-bold"
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SearchBox
          locale={locale}
          query={query}
          className="w-full md:order-2 md:ml-auto md:w-auto md:min-w-0 md:max-w-96 md:flex-1"
        />
      </div>
    </header>
  )
}
