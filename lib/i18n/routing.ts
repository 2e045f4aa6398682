import { defineRouting } from 'next-intl/routing'
import { defaultLocale, locales } from './locales'

/** No cookie: a public page sets none, and the address alone says the language. */
export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: 'always',
  localeCookie: false,
  alternateLinks: false,
})
