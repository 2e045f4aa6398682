import { getLocale } from 'next-intl/server'
import { htmlLang, type Locale } from '@/lib/i18n/locales'

/**
 * What a member wrote, as it was rendered and made safe at writing (lib/text/markdown.ts). The one place for HTML of members. Links to
 * members lie in it without a language: each reader gets theirs.
 */
export async function RichText({ html, locale }: { html: string; locale: Locale }) {
  const page = await getLocale()
  const own = html.replaceAll('<a href="/members/', `<a href="/${page}/members/`)
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our renderer and its allow-list, never by a browser or a member
  return <div lang={htmlLang[locale]} className="post-text" dangerouslySetInnerHTML={{ __html: own }} />
}
