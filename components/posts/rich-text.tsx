import { htmlLang, type Locale } from '@/lib/i18n/locales'

/** What a member wrote, as it was rendered and made safe at writing (lib/text/markdown.ts). The one place for HTML of members. */
export function RichText({ html, locale }: { html: string; locale: Locale }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our renderer and its allow-list, never by a browser or a member
  return <div lang={htmlLang[locale]} className="post-text" dangerouslySetInnerHTML={{ __html: html }} />
}
