import { getTranslations } from 'next-intl/server'
import { htmlLang, type Locale, localeNames, locales } from '@/lib/i18n/locales'

/** The same page in the other languages: plain links, each in its own language. */
export async function LanguageSwitch({ locale, address }: { locale: Locale; address: (locale: Locale) => string }) {
  const t = await getTranslations('nav')
  return (
    <nav aria-label={t('language')} className="ml-auto md:order-3 md:ml-0">
      <ul className="flex text-sm">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={address(other)}
              hrefLang={htmlLang[other]}
              lang={htmlLang[other]}
              aria-current={other === locale ? 'true' : undefined}
              className="block whitespace-nowrap px-2 py-2 text-muted no-underline hover:underline aria-[current]:font-bold aria-[current]:text-ink"
            >
              {shortNames[other]}
              {other !== 'zh' && <span className="sr-only"> {localeNames[other]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const shortNames: Record<Locale, string> = { zh: '中文', en: 'EN', fr: 'FR', nl: 'NL' }
