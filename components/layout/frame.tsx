import { io } from 'next/cache'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import { homePath } from '@/lib/paths'
import { Footer } from './footer'
import { Header } from './header'

/** Everything around a page. `address` is this page in each language, so that the language switch keeps it. */
export async function Frame({
  address,
  query = '',
  isSecret = false,
  children,
}: {
  address: (locale: Locale) => string
  query?: string
  /** The address is a key, or half of one: it is not passed on to the feedback form. */
  isSecret?: boolean
  children: ReactNode
}) {
  await io() // The environment (name, contact) is the server's, not the build's.
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:m-2 focus:bg-surface focus:p-2">
        {t('skip')}
      </a>
      <Header locale={locale} address={address} query={query} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-6 outline-none sm:py-10">
        {children}
      </main>
      <Footer locale={locale} page={isSecret ? homePath(locale) : address(locale)} />
    </div>
  )
}
