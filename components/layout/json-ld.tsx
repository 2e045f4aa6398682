/** Structured data for search engines. `<` is escaped, so that no text of anybody's can end the element. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place for data blocks; the line above makes it safe
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
