import { env } from '../env'
import { htmlLang, locales } from '../i18n/locales'
import { absolute, checkingPath, homePath } from '../paths'

/** Every public page in every language, with its translations (sitemaps.org 0.9, hreflang as in Google's guide). */
export function sitemapXml(): string {
  const { publicUrl } = env()
  const entries = [homePath, checkingPath].flatMap((address) => {
    const links = locales
      .map(
        (locale) =>
          `<xhtml:link rel="alternate" hreflang="${htmlLang[locale]}" href="${absolute(address(locale), publicUrl)}"/>`,
      )
      .join('')
    return locales.map((locale) => `<url><loc>${absolute(address(locale), publicUrl)}</loc>${links}</url>`)
  })
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${entries.join('\n')}\n</urlset>\n`
}
