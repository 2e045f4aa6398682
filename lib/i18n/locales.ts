export const locales = ['zh', 'en', 'fr', 'nl'] as const
export type Locale = (typeof locales)[number]

/** For a reader whose browser asks for none of ours. */
export const defaultLocale: Locale = 'en'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** What the language calls itself, and how dates and numbers are written for its readers, who live or lived in Belgium. */
export const localeNames: Record<Locale, string> = { zh: '中文', en: 'English', fr: 'Français', nl: 'Nederlands' }
export const htmlLang: Record<Locale, string> = { zh: 'zh-Hans', en: 'en', fr: 'fr', nl: 'nl' }
export const formatLocales: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' }
export const openGraphLocales: Record<Locale, string> = { zh: 'zh_CN', en: 'en_GB', fr: 'fr_BE', nl: 'nl_BE' }

/** Facts of a day are counted where the SIM cards are. */
export const timeZone = 'Europe/Brussels'
